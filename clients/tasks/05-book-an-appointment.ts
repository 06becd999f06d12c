import { ask } from "./ask";
import { BookAppointment } from "./gen/operations";

const input = { client: process.env["CLIENT"] ?? "", start: "2031-05-06T14:00:00Z", minutes: 50 };
const { addAppointment } = await ask(BookAppointment, { account: process.env["ACCOUNT"] ?? "", input });
console.log(addAppointment?.appointment?.start, addAppointment?.overlapping?.length, "at the same time");
