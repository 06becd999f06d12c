import type { ComponentType } from "react";
import type { Section } from "../../gen/types";
import type { Viewer } from "../shell/viewer";
import { Owed } from "./Owed";
import { RunningOut } from "./RunningOut";
import { Unbilled } from "./Unbilled";
import { Unsigned } from "./Unsigned";
import type { WorkProps } from "./work";

// The kinds of work, each with the section that it is in.
const kinds: { section: Section; Work: ComponentType<WorkProps> }[] = [
  { section: "NOTES", Work: Unsigned },
  { section: "CLIENT_SESSIONS", Work: Unbilled },
  { section: "PAYMENTS", Work: Owed },
  { section: "INSURANCE", Work: RunningOut },
];

// Those that the viewer may see in an account at least.
export const kindsOf = ({ accounts }: Viewer): typeof kinds => kinds.filter(({ section }) => accounts.some(({ myAccess }) => myAccess.some((held) => held.section === section && held.level !== "NONE")));

export const sectionsOfWork = kinds.map(({ section }) => section);
