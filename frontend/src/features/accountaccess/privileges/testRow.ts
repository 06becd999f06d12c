import type { Section } from "../../../gen/types";
import type { Level } from "../../../ui/level";
import { sections } from "../../shell/sections";
import type { Privilege, Row } from "./rows";

// A username for tests: No Access, but for the levels that are given, and everything may be granted.
export function row(id: string, levels: Partial<Record<Section, Level>> = {}, more: Partial<Record<Section, Partial<Privilege>>> = {}): Row {
  const privileges = sections.map((section): Privilege => ({
    __typename: "Privilege",
    section,
    level: levels[section] ?? "NONE",
    grantedBy: null,
    grantedAt: null,
    route: null,
    reason: null,
    validFrom: null,
    validUntil: null,
    grantable: "FULL",
    grantableUntil: null,
    ...more[section],
  }));
  return {
    __typename: "Link",
    id,
    username: id,
    owner: false,
    origin: "ADDED",
    consentBy: null,
    since: null,
    validFrom: null,
    validUntil: null,
    version: 1,
    locked: null,
    deleteLocked: null,
    passwordLocked: null,
    privileges,
  };
}
