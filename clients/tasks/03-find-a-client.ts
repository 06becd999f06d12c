import { ask } from "./ask";
import { FindClient } from "./gen/operations";

const found = await ask(FindClient, { account: process.env["ACCOUNT"] ?? "", search: "moss" });
for (const { number, lastName, firstName } of found.account?.clients?.nodes ?? []) console.log(number, lastName, firstName);
