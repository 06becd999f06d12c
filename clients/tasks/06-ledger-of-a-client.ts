import { ask } from "./ask";
import { LedgerOfClient } from "./gen/operations";

const { account } = await ask(LedgerOfClient, { account: process.env["ACCOUNT"] ?? "", client: process.env["CLIENT"] ?? "" });
console.log("due", account?.ledger?.due, "credit", account?.ledger?.credit);
