import { expect, test } from "vitest";
import { authorizationInput, emptyAuthorization, leftOf, leftText, standingOf } from "./authorization";

const row = { active: true, untilDate: "2026-12-31", sessionsAllowed: 12, sessionsUsed: 4 };

test("an authorization stands as the days and the sessions left say", () => {
  expect(standingOf(row, "2026-03-02")).toBe("GOOD");
  expect(standingOf(row, "2026-12-01")).toBe("RUNNING_OUT");
  expect(standingOf(row, "2026-11-30")).toBe("GOOD");
  expect(standingOf({ ...row, sessionsUsed: 10 }, "2026-03-02")).toBe("RUNNING_OUT");
  expect(standingOf({ ...row, sessionsUsed: 12 }, "2026-03-02")).toBe("USED_UP");
  expect(standingOf(row, "2027-01-01")).toBe("OVER");
  expect(standingOf({ ...row, active: false }, "2026-03-02")).toBe("ENDED");
});

test("never fewer than no sessions are left", () => {
  expect(leftOf({ sessionsAllowed: 3, sessionsUsed: 5 })).toBe(0);
  expect(leftText({ sessionsAllowed: 3, sessionsUsed: 5 })).toBe("2 sessions too many");
  expect(leftText({ sessionsAllowed: 3, sessionsUsed: 2 })).toBe("1 session left");
});

test("no policy is none", () => {
  expect(authorizationInput(emptyAuthorization)).toMatchObject({ policy: null, sessionsAllowed: 0 });
});
