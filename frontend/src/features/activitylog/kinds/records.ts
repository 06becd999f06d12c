import { Archive, ArchiveRestore, ClipboardCheck, ClipboardList, Code, Copy, CopyCheck, Download, FileInput, GitCompareArrows, ListTree, SquarePen, Store, Undo2, UserRound, UserRoundPen, UserRoundPlus, Users } from "lucide-react";
import { plural, t } from "../../../text";
import { formatDate } from "../../../text/format";
import { changesOf, inWords } from "../changes";
import { data } from "../data";
import { type Entry, type Kind, type Telling, who } from "../entry";

export const recordKinds: Record<string, Kind> = {
  "client.listed": { label: () => t("Clients listed"), icon: Users, say: (e) => counted(e, "{who} listed {count} client", "{who} listed {count} clients") },
  "client.named": { label: () => t("Names of clients listed"), icon: Users, say: (e) => counted(e, "{who} was shown the name of {count} client", "{who} was shown the names of {count} clients") },
  "client.opened": { label: () => t("Client opened"), icon: UserRound, say: (e) => t("{who} opened a client", { who: who(e) }) },
  "client.refreshed": { label: () => t("Open client shown anew"), icon: UserRound, say: (e) => t("{who} was shown a client anew that they had open", { who: who(e) }) },
  "client.created": { label: () => t("Client added"), icon: UserRoundPlus, say: (e) => t("{who} added a client", { who: who(e) }) },
  "client.changed": { label: () => t("Client changed"), icon: UserRoundPen, say: (e, telling) => withChanges(e, telling, t("{who} changed a client", { who: who(e) })) },
  "client.archived": { label: () => t("Client archived"), icon: Archive, say: (e) => t("{who} archived a client", { who: who(e) }) },
  "client.restored": { label: () => t("Client restored from the archive"), icon: ArchiveRestore, say: (e) => t("{who} took a client back from the archive", { who: who(e) }) },
  "codes.listed": { label: () => t("Codes listed"), icon: ListTree, say: codesListed },
  "codes.opened": { label: () => t("Code opened"), icon: ListTree, say: (e) => t("{who} opened {entry}", { who: who(e), entry: entryName(e) }) },
  "codes.added": { label: () => t("Code added"), icon: FileInput, say: (e) => t("{who} added {entry} {name}", { who: who(e), entry: entryName(e), name: nameOf(e) }) },
  "codes.edited": { label: () => t("Code changed"), icon: SquarePen, say: (e, telling) => withChanges(e, telling, t("{who} changed {entry}", { who: who(e), entry: entryName(e) })) },
  "codes.exported": { label: () => t("Codes exported"), icon: Download, say: (e) => counted(e, "{who} exported {count} code to a CSV file", "{who} exported {count} codes to a CSV file") },
  "codes.import.preview": { label: () => t("Codes compared before importing"), icon: FileInput, say: (e) => t("{who} compared a CSV file with codes of this account", { who: who(e) }) },
  "codes.imported": { label: () => t("Codes imported"), icon: FileInput, say: (e) => counted(e, "{who} imported a CSV file: {count} code was added or changed", "{who} imported a CSV file: {count} codes were added or changed") },
  "codes.copy.preview": { label: () => t("Codes compared before copying"), icon: Copy, say: (e) => t("{who} compared the codes of this account with another account's", { who: who(e) }) },
  "codes.copy.done": { label: () => t("Codes copied"), icon: CopyCheck, say: codesCopied },
  "codes.copy.repeated": { label: () => t("Codes copy sent again"), icon: Copy, say: (e) => t("{who} sent a finished copy of codes again; nothing was copied twice", { who: who(e) }) },
  "codes.drift": { label: () => t("Codes compared with another account's"), icon: GitCompareArrows, say: (e) => t("{who} looked for what differs between the codes of this account and another one's", { who: who(e) }) },
  "codes.copy.listed": { label: () => t("Copies of codes listed"), icon: ListTree, say: (e) => counted(e, "{who} listed {count} copy of codes", "{who} listed {count} copies of codes") },
  "codes.copy.undone": { label: () => t("Codes copy undone"), icon: Undo2, say: copyUndone },
  "practice.opened": { label: () => t("Practice setup opened"), icon: Store, say: (e) => t("{who} looked at Practice Setup", { who: who(e) }) },
  "practice.changed": { label: () => t("Practice setup changed"), icon: Store, say: (e, telling) => withChanges(e, telling, t("{who} changed Practice Setup", { who: who(e) })) },
  "playground.run": { label: () => t("Playground query run"), icon: Code, say: (e) => t("{who} ran a query in the Playground", { who: who(e) }) },
  "export.begun": { label: () => t("Download begun"), icon: Download, say: exportBegun },
  "export.page": { label: () => t("Clients named in a download"), icon: Download, say: (e) => counted(e, "The list that {who} downloads names {count} client", "The list that {who} downloads names {count} clients") },
  "log.exported": { label: () => t("Activity log exported"), icon: Download, say: exported },
  "review.signed": { label: () => t("Review signed off"), icon: ClipboardCheck, say: reviewSigned },
  "log.read": { label: () => t("Activity log read"), icon: ClipboardList, say: logRead },
};

export const counted = (e: Entry, one: string, other: string, more: Record<string, string> = {}): string => plural(e.rowCount ?? 0, one, other, { who: who(e), ...more });

export function withChanges(e: Entry, { zone }: Telling, sentence: string): string {
  const changes = changesOf(e, zone);
  if (changes.length === 0) return sentence;
  const most = changes.every(({ isPrivate }) => isPrivate) ? 4 : 2;
  return t("{sentence}: {changes}", { sentence, changes: inWords(changes, most) });
}

function entryName({ entityType }: Entry): string {
  switch (entityType) {
    case "DiagnosisCode":
      return t("a diagnosis code");
    case "BillingCode":
      return t("a billing code");
    case "Payer":
      return t("an insurance payer");
    case "Location":
      return t("a location");
    case "Modifier":
      return t("a modifier");
    case "ReferringProvider":
      return t("a referring provider");
    case "ServiceCode":
      return t("a service code");
    case "PaymentType":
      return t("an adjustment or payment type");
    case "NoteTemplate":
      return t("a note template");
    case "InvoiceMessage":
      return t("an invoice message");
    default:
      return t("an entry of a master file");
  }
}

// What a new entry is called: its code, and a payer by its name.
function nameOf({ changes }: Entry): string {
  const name = changes?.code?.[1] ?? changes?.name?.[1] ?? changes?.title?.[1];
  return typeof name === "string" ? data(name) : "";
}

function codesListed(e: Entry): string {
  switch (e.entityType) {
    case "DiagnosisCode":
      return counted(e, "{who} listed {count} diagnosis code", "{who} listed {count} diagnosis codes");
    case "BillingCode":
      return counted(e, "{who} listed {count} billing code", "{who} listed {count} billing codes");
    case "Payer":
      return counted(e, "{who} listed {count} insurance payer", "{who} listed {count} insurance payers");
    default:
      return counted(e, "{who} listed {count} entry of a master file", "{who} listed {count} entries of a master file");
  }
}

// Copying reads one account and changes the other, and each keeps its side.
function codesCopied(e: Entry): string {
  if (e.action === "R") return counted(e, "{who} copied {count} code from this account to another", "{who} copied {count} codes from this account to another");
  return counted(e, "{who} copied {count} code from another account to this one", "{who} copied {count} codes from another account to this one");
}

// The account that was copied from is told as well; nothing of it has changed.
function copyUndone(e: Entry): string {
  if (e.action === "E") return t("{who} took back a copy of codes of this account in another account", { who: who(e) });
  const what = e.changes?.entries?.[0];
  const told = t("{who} took back a copy of codes from another account", { who: who(e) });
  return typeof what === "string" ? t("{sentence}: {changes}", { sentence: told, changes: data(what) }) : told;
}

function exportBegun(e: Entry): string {
  const file = e.changes?.file?.[1];
  return t("{who} began to download {file}", { who: who(e), file: typeof file === "string" ? data(file) : t("a file") });
}

// With what was asked for; its times are in the details.
function exported(e: Entry, { zone }: Telling): string {
  const sentence = isOfOneClient(e)
    ? counted(e, "{who} exported or printed {count} entry of this log about one client", "{who} exported or printed {count} entries of this log about one client")
    : counted(e, "{who} exported {count} entry of this log", "{who} exported {count} entries of this log");
  const asked = changesOf(e, zone).filter(({ key }) => !notOfTheFilter.includes(key));
  return asked.length > 0 ? t("{sentence}: {changes}", { sentence, changes: inWords(asked, 4) }) : sentence;
}

const notOfTheFilter = ["from", "until", "recordOnly", "file", "sha256", "firstSeq", "lastSeq"];

function reviewSigned(e: Entry): string {
  const [from, until] = [e.changes?.from?.[1], e.changes?.until?.[1]];
  if (typeof from !== "string" || typeof until !== "string") return t("{who} signed off a review of this log", { who: who(e) });
  return t("{who} signed off the review of this log from {from} until {until}", { who: who(e), from: formatDate(from), until: formatDate(until) });
}

const isOfOneClient = ({ clientIds }: Entry): boolean => clientIds?.length === 1;

function logRead(e: Entry): string {
  if (e.entityType === "Review") return t("{who} looked at the reviews of this log", { who: who(e) });
  if (e.entityType === "ReviewDigest") return t("{who} looked at what there is to review in this log", { who: who(e) });
  if (e.entityType === "Opener") return t("{who} looked at who opened a client", { who: who(e) });
  if (e.entityIds?.length === 1) return t("{who} opened one entry of this log", { who: who(e) });
  if (isOfOneClient(e)) return counted(e, "{who} read {count} entry of this log about one client", "{who} read {count} entries of this log about one client");
  return counted(e, "{who} read {count} entry of this log", "{who} read {count} entries of this log");
}
