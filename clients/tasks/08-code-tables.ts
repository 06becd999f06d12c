import { ask } from "./ask";
import { DiagnosisCodes } from "./gen/operations";

const { account } = await ask(DiagnosisCodes, { account: process.env["ACCOUNT"] ?? "" });
for (const { code, description } of account?.diagnosisCodes?.nodes ?? []) console.log(code, description);
