import { t } from "../../../text";
import { formatAgo, formatMoment } from "../../../text/format";
import { TextLink } from "../../../ui/TextLink";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import type { Privilege } from "./rows";
import { lastDayBefore } from "./untilDate";

// Why a level is what it is: who set it, when, in which words, and the entry of the log.
export function WhyNote({ privilege, isShort = false }: { privilege: Privilege | undefined; isShort?: boolean }) {
  const { timeZone, mayView } = useAccount();
  if (!privilege?.grantedAt) return <p className="text-sm text-ink-muted">{t("Never set.")}</p>;
  const { grantedBy, grantedAt, reason } = privilege;
  const moment = formatMoment(grantedAt, timeZone);
  return (
    <p className="text-sm text-ink-muted">
      {t("Set by")}{" "}
      <span translate="no" className="text-ink">
        {grantedBy || t("the system")}
      </span>
      {", "}
      {isShort ? <time dateTime={grantedAt} title={moment}>{formatAgo(grantedAt)}</time> : <time dateTime={grantedAt}>{moment}</time>}
      {reason && (
        <>
          {": "}
          <q translate="no">{reason}</q>
        </>
      )}
      {mayView("ACTIVITY_LOG") && (
        <>
          {" "}
          <LogLink privilege={privilege} at={grantedAt} />
        </>
      )}
    </p>
  );
}

function LogLink({ privilege: { grantedBy, section }, at }: { privilege: Privilege; at: string }) {
  const { id, timeZone } = useAccount();
  const day = lastDayBefore(at, timeZone);
  return (
    <TextLink
      to="/p/$account/activity-log"
      params={{ account: id }}
      search={{ username: grantedBy || undefined, section: "ACCOUNT_ACCESS", from: day, until: day }}
      aria-label={section ? t("Log entry of {section}", { section: sectionTitle(section) }) : undefined}
    >
      {t("Log entry")}
    </TextLink>
  );
}
