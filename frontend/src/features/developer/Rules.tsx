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

// The same of apps that people let in where they ask for it.
export function RulesOfBeingLetIn() {
  return (
    <Card title={t("Being let in")} description={t("An app that many people use sends each of them here, with OAuth 2.0: nobody copies a token.")}>
      <dl className="grid gap-x-6 gap-y-3 desk:grid-cols-[10rem_1fr]">
        <Rule name={t("Register")}>{t("Whoever has Full Access to Account Access does that, in Account Access, under Apps. It gives the client ID, by which other accounts let the app in, and a secret to an app that can keep one.")}</Rule>
        <Rule name={t("Where")}>
          <span translate="no" className="font-mono wrap-anywhere">{`${location.origin}/.well-known/oauth-authorization-server`}</span>
        </Rule>
        <Rule name={t("How")}>{t("The authorization code with PKCE (S256), and nothing else. Check state and iss when the person comes back.")}</Rule>
        <Rule name={t("Scopes")}>{t("A section with a level, such as clients:view or calendar:full; none asks for all that the app may have. The person can lower each, so read scope in the answer.")}</Rule>
        <Rule name={t("Sent back to")}>{t("Compared to the letter with what was registered: https://, http://127.0.0.1 at any port, or a scheme of the app’s own such as com.example.app:/done.")}</Rule>
        <Rule name={t("It holds")}>{t("The code 1 minute, an access token 15 minutes, a refresh token 30 days, and all of it at most as long as the person chose.")}</Rule>
        <Rule name={t("Once only")}>{t("Each code and each refresh token is used once. One that comes a second time may have been stolen: all that the person let the app do ends.")}</Rule>
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
