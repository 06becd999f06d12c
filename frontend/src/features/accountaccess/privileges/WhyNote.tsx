import type { PrivilegeRoute, Section } from "../../../gen/types";
import { t } from "../../../text";
import { formatAgo, formatMoment } from "../../../text/format";
import { TextLink } from "../../../ui/TextLink";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import type { Privilege } from "./rows";

const routes: Record<PrivilegeRoute, () => string> = {
  SIGN_UP: () => t("With the account, by"),
  ADDED: () => t("With Allow Account Access, by"),
  JOINED: () => t("With Access Other Accounts, by"),
  OFFERED: () => t("With an offer or request, by"),
  SET: () => t("Set by"),
};

// Why a level is what it is: who set it, when, in which words, and the entry of the log.
export function WhyNote({ privilege, isShort = false }: { privilege: Privilege | undefined; isShort?: boolean }) {
  const { timeZone } = useAccount();
  if (!privilege?.grantedAt) return <p className="text-sm text-ink-muted">{t("Never set.")}</p>;
  const { grantedBy, grantedAt, reason, event, section, route } = privilege;
  const moment = formatMoment(grantedAt, timeZone);
  return (
    <p className="text-sm text-ink-muted">
      {routes[route ?? "SET"]()}{" "}
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
      {event && (
        <>
          {" "}
          <LogLink event={event} section={section} />
        </>
      )}
    </p>
  );
}

function LogLink({ event, section }: { event: string; section: Section | null }) {
  const { id } = useAccount();
  return (
    <TextLink to="/p/$account/activity-log" params={{ account: id }} search={{ event }} aria-label={section ? t("Log entry of {section}", { section: sectionTitle(section) }) : undefined}>
      {t("Log entry")}
    </TextLink>
  );
}
