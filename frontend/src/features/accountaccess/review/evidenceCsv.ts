import { t } from "../../../text";
import { csvFile } from "../../../text/csvFile";
import { levelName } from "../../../ui/level";
import { sectionTitle, sections } from "../../shell/sections";
import { decisionOf } from "./evidenceWords";
import type { Evidence } from "./useEvidence";

// A line a username and account, with each section's level.
export function evidenceCsv(evidence: readonly Evidence[]): string {
  const titles = [
    t("Provider"), t("Practice"), t("Username"), t("Owner"), ...sections.map(sectionTitle), t("Levels set by"), t("Levels set at (UTC)"), t("Last used (UTC)"),
    t("Not used for 90 days"), t("Decision"), t("Decided by"), t("Decided at (UTC)"), t("Review finished by"), t("Review finished at (UTC)"), t("Note"), t("Hash of the review"),
  ];
  const lines = evidence.flatMap(({ account, review }) =>
    (review.items ?? []).map((item) => [
      account.providerName, account.practiceName, item.username, item.owner ? t("yes") : t("no"),
      ...sections.map((_, index) => levelName(item.levels?.[index] ?? "NONE")), item.setBy, item.setAt, item.lastUsedAt,
      item.unused === undefined || item.unused === null ? "" : item.unused ? t("yes") : t("no"),
      decisionOf(item), item.decidedBy, item.decidedAt, review.finishedBy, review.finishedAt, review.note, review.hash,
    ]),
  );
  return csvFile([titles, ...lines]);
}
