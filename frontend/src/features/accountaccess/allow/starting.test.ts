import { expect, test } from "vitest";
import type { AccessLevel, Section } from "../../../gen/types";
import { type Preset, levelsToSend, starting } from "./starting";

const preset = (name: string, levels: [Section, AccessLevel][]): Preset => ({
  __typename: "Preset",
  name,
  title: name,
  description: "",
  levels: levels.map(([section, level]) => ({ __typename: "SectionAccess", section, level })),
});
const desk = preset("FRONT_DESK", [["CLIENTS", "FULL"], ["REPORTS", "NONE"], ["CALENDAR", "VIEW"]]);

test("nobody gives more than they have", () => {
  const own = (section: Section): AccessLevel => (section === "CLIENTS" ? "VIEW" : "FULL");
  expect(starting(desk, own).map(({ level, isLowered }) => [level, isLowered])).toEqual([["VIEW", true], ["NONE", false], ["VIEW", false]]);
  expect(levelsToSend(desk, own)).toEqual([
    { section: "CLIENTS", level: "VIEW" },
    { section: "REPORTS", level: "NONE" },
    { section: "CALENDAR", level: "VIEW" },
  ]);
});

test("the usual levels are left to the server", () => {
  expect(levelsToSend(preset("FULL", [["CLIENTS", "FULL"]]), () => "FULL")).toBeUndefined();
  expect(levelsToSend(undefined, () => "FULL")).toBeUndefined();
});
