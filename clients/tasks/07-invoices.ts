import { ask } from "./ask";
import { Invoices } from "./gen/operations";

const { account } = await ask(Invoices, { account: process.env["ACCOUNT"] ?? "" });
console.log("totalCount", account?.invoices?.totalCount);
for (const { number, kind, status, total } of account?.invoices?.nodes ?? []) console.log(number, kind, status, total);
