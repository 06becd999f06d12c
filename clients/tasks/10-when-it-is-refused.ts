import { setTimeout } from "node:timers/promises";
import { ask, Refused } from "./ask";
import { MoveAppointment } from "./gen/operations";

const { ACCOUNT: account = "", APPOINTMENT: id = "", CLIENT: client = "" } = process.env;
const input = { client, start: "2031-05-05T16:00:00Z", minutes: 50 };
try {
  await ask(MoveAppointment, { account, id, version: 1, input });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  if (error.code === "RATE_LIMITED") await setTimeout(Number(error.details["retryAfter"]) * 1000);
  if (error.code === "FORBIDDEN") console.log(error.details["section"], "is", error.details["held"]);
  if (error.code === "CONFLICT") console.log("CONFLICT: read it again", error.message);
}
