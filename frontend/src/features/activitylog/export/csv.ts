import { t } from "../../../text";
import { csvFile } from "../../../text/csvFile";
import { levelName } from "../../../ui/level";
import { sectionTitle } from "../../shell/sections";
import { type Change, changesOf } from "../changes";
import { plain } from "../data";
import type { Entry, Telling } from "../entry";
import { exactly } from "../moment";
import { outcomeTitles } from "../OutcomeBadge";
import { sentenceOf } from "../sentence";
import { actionTitles, roleTitles } from "../titles";

type Column = [title: string, value: (entry: Entry, telling: Telling) => string | number | null | undefined];

function columns(): Column[] {
  return [
    [t("Place in the chain"), (e) => e.seq],
    [t("Time (UTC)"), (e) => e.occurredAt],
    [t("Time of the account"), (e, { zone }) => e.occurredAt && exactly(e.occurredAt, zone)],
    [t("Username"), (e) => e.username],
    [t("App"), (e) => e.app],
    [t("Stood to the account as"), (e) => e.role && roleTitles[e.role]()],
    [t("What happened"), (e, telling) => plain(sentenceOf(e, telling))],
    [t("Code"), (e) => e.code],
    [t("Kind"), (e) => e.action && actionTitles[e.action]()],
    [t("Outcome"), (e) => e.outcome && outcomeTitles[e.outcome]()],
    [t("Reason"), (e) => e.reason],
    [t("Section"), (e) => e.section && sectionTitle(e.section)],
    [t("Level needed"), (e) => e.levelNeeded && levelName(e.levelNeeded)],
    [t("Level held"), (e) => e.levelHeld && levelName(e.levelHeld)],
    [t("Before"), (e, { zone }) => side(e, zone, "before")],
    [t("After"), (e, { zone }) => side(e, zone, "after")],
    [t("Rows"), (e) => e.rowCount],
    [t("Network address"), (e) => e.ip],
    [t("Browser"), (e) => e.userAgent],
    [t("Request"), (e) => e.requestId],
    [t("Done to"), (e) => e.entityType],
    [t("Ids"), (e) => e.entityIds?.join(" ")],
    [t("Clients"), (e) => e.clientIds?.join(" ")],
    [t("Other account"), (e) => e.counterpart],
    [t("Rests on"), (e) => e.authorization],
    [t("Emergency access"), (e) => e.emergency],
    [t("Saw the account as"), (e) => e.seenAs],
    [t("Entry"), (e) => e.id],
  ];
}

function side(entry: Entry, zone: string, which: "before" | "after"): string {
  return changesOf(entry, zone)
    .map((change) => `${nameOf(change)}: ${change.isPrivate ? t("not kept: personal") : change[which] || t("empty")}`)
    .join("; ");
}

const nameOf = ({ username, what }: Change): string => (username ? `${username} ${what}` : what);

export function csvOf(entries: readonly Entry[], telling: Telling): string {
  const all = columns();
  return csvFile([all.map(([title]) => title), ...entries.map((entry) => all.map(([, value]) => value(entry, telling)))]);
}
