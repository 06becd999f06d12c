import { ChartColumn, FileDown, Printer } from "lucide-react";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { data } from "../data";
import { type Entry, type Kind, who } from "../entry";
import { sectionTitle } from "../../shell/sections";
import { counted } from "./records";

export const reportKinds: Record<string, Kind> = {
  "report.run": { label: () => t("Report run"), icon: ChartColumn, say: (e) => told(e, t("{who} ran {report}", { who: who(e), report: reportName(e) })) },
  "report.exported": { label: () => t("Report exported"), icon: FileDown, say: (e) => told(e, counted(e, "{who} exported {count} line of {report} to a CSV file", "{who} exported {count} lines of {report} to a CSV file", { report: reportName(e) })) },
  "report.printed": { label: () => t("Report printed"), icon: Printer, say: (e) => told(e, counted(e, "{who} printed {count} line of {report}", "{who} printed {count} lines of {report}", { report: reportName(e) })) },
  "record.exported": { label: () => t("Record of a client exported"), icon: FileDown, say: (e) => t("{who} exported the record of a client: {part}", { who: who(e), part: partName(e) }) },
  "record.printed": { label: () => t("Record of a client printed"), icon: Printer, say: (e) => t("{who} printed the record of a client: {part}", { who: who(e), part: partName(e) }) },
};

// A record leaves by the sections that hold it.
const partName = ({ section }: Entry): string => (section ? sectionTitle(section) : t("a part of it"));

function told({ changes }: Entry, sentence: string): string {
  const day = (name: string) => {
    const value: unknown = changes?.[name]?.[1];
    return typeof value === "string" ? data(formatDate(value)) : undefined;
  };
  const from = day("from");
  const until = day("until");
  return from && until ? t("{sentence}, from {from} to {until}", { sentence, from, until }) : sentence;
}

function reportName({ entityType }: Entry): string {
  switch (entityType) {
    case "IncomeReport":
      return t("the income report");
    case "SessionsReport":
      return t("the report of sessions by code");
    case "AgeingReport":
      return t("the report of balances by age");
    case "ClientList":
      return t("the client list");
    case "Statement":
      return t("the ledger of a client");
    case "SessionList":
      return t("the list of client sessions");
    case "AppointmentList":
      return t("the appointments");
    default:
      return t("a report");
  }
}
