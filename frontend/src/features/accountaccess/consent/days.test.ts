import { expect, test } from "vitest";
import { daysOf, windowOf } from "./days";

test("days of a link are those of the account's zone, and come back as they were", () => {
  const zone = "America/New_York";
  const moments = { validFrom: "2026-03-01T05:00:00.000Z", validUntil: "2026-04-01T04:00:00.000Z" };
  expect(windowOf({ first: "2026-03-01", last: "2026-03-31" }, zone)).toEqual(moments);
  expect(daysOf(moments, zone)).toEqual({ first: "2026-03-01", last: "2026-03-31" });
  expect(windowOf({ first: "", last: "" }, zone)).toEqual({ validFrom: null, validUntil: null });
});
