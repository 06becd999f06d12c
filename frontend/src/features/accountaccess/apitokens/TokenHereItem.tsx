import { t } from "../../../text";
import { formatAgo, formatMoment } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { levelName } from "../../../ui/level";
import { TextLink } from "../../../ui/TextLink";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import type { TokenHere } from "./TokensHerePage";

export function TokenHereItem({ token, onShutOut }: { token: TokenHere; onShutOut: () => void }) {
  const { id: account, timeZone, mayView } = useAccount();
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const { id, kind, name, username, purpose, levels, createdAt, expiresAt, usedAt, usedFrom } = token;
  const lasts = { moment: formatMoment(createdAt ?? "", timeZone), end: formatMoment(expiresAt ?? "", timeZone) };
  const used = usedAt ? t("Last used here {ago}, from {address}", { ago: formatAgo(usedAt), address: usedFrom ?? "" }) : t("Not used here yet");
  return (
    <li className="flex flex-col gap-1 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="wrap-anywhere">
            <span translate="no" className="font-medium">{name}</span> <span className="text-ink-muted">{t("for {username}", { username: username ?? "" })}</span>
          </h3>
          <p translate="no" className="wrap-anywhere text-ink-muted">{purpose}</p>
        </div>
        <Button size="small" whyDisabled={whyNot} onPress={onShutOut} aria-label={t("Shut out {name}", { name: name ?? "" })}>
          {t("Shut out")}
        </Button>
      </div>
      <p className="text-sm wrap-anywhere">{levels?.map(({ title, level }) => `${title}: ${levelName(level)}`).join(", ")}</p>
      <p className="text-sm text-ink-muted">
        {kind === "APP" ? t("Let in {moment} · ends {end}", lasts) : t("Made {moment} · ends {end}", lasts)}
      </p>
      <p className="text-sm text-ink-muted">
        {used}
        {usedAt && mayView("ACTIVITY_LOG") && (
          <>
            {" · "}
            <TextLink to="/p/$account/activity-log" params={{ account }} search={{ token: id ?? "" }}>
              {t("What it did")}
            </TextLink>
          </>
        )}
      </p>
    </li>
  );
}
