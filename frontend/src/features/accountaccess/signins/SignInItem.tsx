import { Monitor, Smartphone } from "lucide-react";
import { t } from "../../../text";
import { browserName } from "../../../text/browserName";
import { formatAgo, formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { useAccount, useViewer } from "../../shell/viewer";
import type { SignInHere } from "./SignInsCard";

export function SignInItem({ signIn, onEnd }: { signIn: SignInHere; onEnd: () => void }) {
  const { timeZone } = useAccount();
  const viewer = useViewer();
  const username = signIn.username ?? "";
  const browser = browserName(signIn.userAgent ?? "");
  const Icon = /iPhone|Android|Mobile/.test(signIn.userAgent ?? "") ? Smartphone : Monitor;
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <Icon aria-hidden size={18} className="mt-0.5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span translate="no" className="wrap-anywhere">{username}</span>
          {username === viewer.username && <Badge>{t("You")}</Badge>}
        </p>
        <p className="text-sm text-ink-muted">
          <span title={signIn.userAgent ?? ""}>{t("{browser}, from {address}", { browser, address: signIn.ip ?? "" })}</span>
          <br />
          {signIn.createdAt && t("Began {moment}", { moment: formatMoment(signIn.createdAt, timeZone) })}
          {signIn.usedAt && <> · <span title={formatMoment(signIn.usedAt, timeZone)}>{t("last used here {ago}", { ago: formatAgo(signIn.usedAt) })}</span></>}
        </p>
      </div>
      <Button size="small" onPress={onEnd} whyDisabled={signIn.locked ?? undefined} aria-label={t("End the sign-in of {username} on {browser}", { username, browser })}>
        {t("End")}
      </Button>
    </li>
  );
}
