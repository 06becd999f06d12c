import { Monitor, Smartphone } from "lucide-react";
import { t } from "../../text";
import { browserName } from "../../text/browserName";
import { formatAgo, formatMoment } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { useAccount } from "../shell/viewer";
import type { SignIn } from "./SignInsCard";

export function SignInRow({ signIn: { current, createdAt, seenAt, ip, userAgent }, onEnd }: { signIn: SignIn; onEnd: () => void }) {
  const { timeZone } = useAccount();
  const browser = browserName(userAgent);
  const Icon = /iPhone|Android|Mobile/.test(userAgent) ? Smartphone : Monitor;
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <Icon aria-hidden size={18} className="mt-0.5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span translate="no" title={userAgent}>{browser}</span>
          {current && <Badge kind="accent">{t("This device")}</Badge>}
        </p>
        <p className="text-sm text-ink-muted">
          {t("Began {moment}, from {address}", { moment: formatMoment(createdAt, timeZone), address: ip })}
          <br />
          <span title={formatMoment(seenAt, timeZone)}>{current ? t("In use now") : t("Last used {ago}", { ago: formatAgo(seenAt) })}</span>
        </p>
      </div>
      {!current && (
        <Button size="small" onPress={onEnd} aria-label={t("End the sign-in of {browser}, begun {moment}", { browser, moment: formatMoment(createdAt, timeZone) })}>
          {t("End")}
        </Button>
      )}
    </li>
  );
}
