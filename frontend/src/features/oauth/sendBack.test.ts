import { expect, test } from "vitest";
import { leadsBack } from "./sendBack";

test.each(["https://billing.example/done?code=1", "http://127.0.0.1:4000/done", "com.example.billing:/done"])("%s is where an app is", (to) => expect(leadsBack(to)).toBe(true));

test.each(["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "blob:https://x.example/1", "vbscript:x", "/p/x", ""])("%j is not", (to) =>
  expect(leadsBack(to)).toBe(false),
);
