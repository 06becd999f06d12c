import { ask } from "./ask";
import { AppointmentsOfADay } from "./gen/operations";

const day = { from: "2031-05-05T04:00:00Z", until: "2031-05-06T04:00:00Z" };
const { account } = await ask(AppointmentsOfADay, { account: process.env["ACCOUNT"] ?? "", ...day });
for (const { start, minutes, status, client } of account?.appointments ?? []) console.log(start, minutes, status, client?.displayName);
