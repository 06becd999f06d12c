import { expect, test } from "vitest";
import { clock } from "./useTimeLeft";

test("a clock tells hours, minutes and seconds", () => {
  expect([0, 59, 60, 3599, 3600, 86_399].map(clock)).toEqual(["0:00:00", "0:00:59", "0:01:00", "0:59:59", "1:00:00", "23:59:59"]);
});
