import type { ReactNode } from "react";
import { t } from "../../text";
import { Card } from "../../ui/Card";

// The rules in short. All of them are in docs/api.md.
export function Rules({ account }: { account: string }) {
  return (
    <Card title={t("In short")}>
      <dl className="grid gap-x-6 gap-y-3 desk:grid-cols-[10rem_1fr]">
        <Rule name={t("Where")}>
          <span translate="no" className="font-mono wrap-anywhere">{`POST ${location.origin}/api`}</span>
        </Rule>
        <Rule name={t("Who asks")}>{t("The token, in the header Authorization as Bearer, and no cookie. It may never do more than whoever made it.")}</Rule>
        <Rule name={t("Which account")}>
          {t("Each request names it. This one is")} <span translate="no" className="font-mono wrap-anywhere">{account}</span>
        </Rule>
        <Rule name={t("Refusals")}>{t("A refused field is null and the others are answered. extensions.code is FORBIDDEN, NOT_FOUND, CONFLICT, BAD_USER_INPUT, RATE_LIMITED or UNAUTHENTICATED.")}</Rule>
        <Rule name={t("Pages")}>{t("first takes at most 200; go on after pageInfo.endCursor while there is a next page.")}</Rule>
        <Rule name={t("Limits")}>{t("300 requests and a cost of 100,000 a minute for each token. Each answer says what is left, in its headers and in extensions.rateLimit.")}</Rule>
        <Rule name={t("The log")}>{t("All that an app reads, changes or is refused stands in the activity log, with its name.")}</Rule>
      </dl>
    </Card>
  );
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
