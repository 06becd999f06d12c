import type { ReviewedLinkQuery } from "../../../gen/types";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { LevelBadge } from "../../../ui/LevelBadge";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";

export type ReviewedLink = Extract<NonNullable<ReviewedLinkQuery["node"]>, { __typename: "Link" }>;
export type Held = NonNullable<ReviewedLink["privileges"]>[number];

// The thirteen sections, each with its level, and who set it when.
export function LevelsOfLink({ privileges }: { privileges: readonly Held[] }) {
  const { timeZone } = useAccount();
  return (
    <ul aria-label={t("Sections")} className="divide-y divide-line rounded-lg border border-line">
      {privileges.map(({ section, level, grantedBy, grantedAt }) => (
        <li key={section} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5">
          <span className="w-48 font-medium">{section && sectionTitle(section)}</span>
          <LevelBadge level={level ?? "NONE"} />
          {grantedAt && <span className="ml-auto text-sm text-ink-muted">{t("{when}, by {username}", { when: formatMoment(grantedAt, timeZone), username: grantedBy ?? "" })}</span>}
        </li>
      ))}
    </ul>
  );
}
