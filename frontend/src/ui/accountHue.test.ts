import { expect, test } from "vitest";
import { accountHue, HUES, initials } from "./accountHue";

test("an account keeps its hue, and every hue is used", () => {
  const ids = Array.from({ length: 200 }, (_, n) => `QWNjb3VudDo${n}`);
  const hues = ids.map(accountHue);
  expect(ids.map(accountHue)).toEqual(hues);
  expect([...new Set(hues)].sort()).toEqual(Array.from({ length: HUES }, (_, n) => n));
});

test.each([
  ["Dr. Amara Osei, PhD", "AO"],
  ["Carla Jimenez-Ruiz, LCSW", "CR"],
  ["Whitfield", "W"],
  ["  ", "?"],
  ["Dr.", "?"],
  ["élodie 3rd", "É3"],
])("the initials of %j are %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
