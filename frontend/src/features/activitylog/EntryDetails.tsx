import type { ReactNode } from "react";
import { t } from "../../text";
import { browserName } from "../../text/browserName";
import type { Zone } from "../../text/format";
import { DescriptionList } from "../../ui/DescriptionList";
import { levelName } from "../../ui/level";
import { sectionTitle } from "../shell/sections";
import { changesOf } from "./changes";
import { ChangeTable } from "./ChangeTable";
import { EntryLinks } from "./EntryLinks";
import type { Entry } from "./entry";
import { exactly } from "./moment";
import { RevertOfPrivileges } from "./RevertOfPrivileges";
import { OutcomeBadge } from "./OutcomeBadge";
import { codeTitle } from "./sentence";
import { actionTitles, roleTitles } from "./titles";
import { UndoOfCopy } from "./UndoOfCopy";

type Row = { label: string; value: ReactNode } | false | null | undefined | "";

export function EntryDetails({ entry, zone }: { entry: Entry; zone: Zone }) {
  const changes = changesOf(entry, zone);
  const rows = [...what(entry), ...where(entry, zone), ...ids(entry)].filter((row) => !!row);
  return (
    <div className="flex flex-col gap-4 pt-2 pb-4">
      {changes.length > 0 && <ChangeTable changes={changes} />}
      <UndoOfCopy entry={entry} />
      <RevertOfPrivileges entry={entry} />
      <DescriptionList rows={rows} columns={2} />
      <EntryLinks entry={entry} />
    </div>
  );
}

function what(e: Entry): Row[] {
  return [
    { label: t("What happened"), value: e.code && t("{title} ({code})", { title: codeTitle(e.code), code: e.code }) },
    { label: t("Outcome"), value: <OutcomeBadge outcome={e.outcome} /> },
    e.reason && { label: t("Reason"), value: <span translate="no">{e.reason}</span> },
    { label: t("Username"), value: e.username ? <span translate="no">{e.username}</span> : t("nobody known") },
    e.app && { label: t("App"), value: <span translate="no">{e.app}</span> },
    e.seenAs && { label: t("Saw the account as"), value: <span translate="no">{e.seenAs}</span> },
    e.role && { label: t("Stood to the account as"), value: roleTitles[e.role]() },
    e.section && { label: t("Section"), value: sectionTitle(e.section) },
    e.emergency && { label: t("In an emergency"), value: t("Yes, by emergency access") },
    e.levelNeeded && { label: t("Level needed"), value: levelName(e.levelNeeded) },
    e.levelHeld && { label: t("Level held"), value: levelName(e.levelHeld) },
    e.action && { label: t("Kind"), value: actionTitles[e.action]() },
  ];
}

function where(e: Entry, zone: Zone): Row[] {
  return [
    e.occurredAt && { label: t("When exactly"), value: exactly(e.occurredAt, zone) },
    e.ip && { label: t("Network address"), value: <Mono>{e.ip}</Mono> },
    e.userAgent && { label: t("Browser"), value: <span translate="no" title={e.userAgent}>{browserName(e.userAgent)}</span> },
    { label: t("Place in the chain"), value: e.seq === null ? t("being sealed") : e.seq.toLocaleString("en-US") },
    e.rowCount !== null && e.rowCount > 0 && { label: t("Rows"), value: e.rowCount.toLocaleString("en-US") },
  ];
}

function ids(e: Entry): Row[] {
  return [
    e.requestId && { label: t("Request"), value: <Mono>{e.requestId}</Mono> },
    { label: t("Entry"), value: <Mono>{e.id}</Mono> },
    e.entityIds?.length && { label: e.entityType ? t("Ids ({type})", { type: e.entityType }) : t("Ids"), value: <Ids of={e.entityIds} /> },
    e.counterpart && { label: t("Other account"), value: <Mono>{e.counterpart}</Mono> },
    e.authorization && { label: t("Rests on"), value: <Mono>{e.authorization}</Mono> },
  ] as Row[];
}

// A page of a list has up to 200: the first tell enough, the export has them all.
function Ids({ of }: { of: string[] }) {
  return (
    <>
      {of.slice(0, 3).map((id) => (
        <Mono key={id}>{id}</Mono>
      ))}
      {of.length > 3 && <span className="text-ink-muted">{t("and {count} more", { count: of.length - 3 })}</span>}
    </>
  );
}

function Mono({ children }: { children: string }) {
  return (
    <code translate="no" className="block font-mono text-xs leading-5 break-all">
      {children}
    </code>
  );
}
