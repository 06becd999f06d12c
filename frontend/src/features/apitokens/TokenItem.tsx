import { Blocks } from "lucide-react";
import type { ApiTokenLineFragment } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { levelName } from "../../ui/level";
import { useAccount } from "../shell/viewer";
import { standing, usage } from "./standing";

export function TokenItem({ token, onRevoke }: { token: ApiTokenLineFragment; onRevoke?: () => void }) {
  const { timeZone } = useAccount();
  const isApp = token.kind === "APP";
  const named = { name: token.name };
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 flex-1 basis-40">
          <div className="flex flex-wrap items-center gap-2">
            <h3 translate="no" className="font-medium wrap-anywhere">{token.name}</h3>
            {isApp && <Badge icon={Blocks}>{t("App that you let in")}</Badge>}
          </div>
          <p translate="no" className="wrap-anywhere text-ink-muted">{token.purpose}</p>
        </div>
        {onRevoke && (
          <Button size="small" onPress={onRevoke} aria-label={isApp ? t("Revoke what {name} may do", named) : t("Revoke the token of {name}", named)}>
            {t("Revoke")}
          </Button>
        )}
      </div>
      <ul className="flex flex-col gap-1">
        {token.accounts.map((reach) => (
          <ReachLine key={reach.account} reach={reach} />
        ))}
      </ul>
      <p className="text-sm text-ink-muted">{standing(token, timeZone)}</p>
      <p className="text-sm text-ink-muted">{usage(token)}</p>
    </li>
  );
}

function ReachLine({ reach: { provider, isShutOut, levels } }: { reach: ApiTokenLineFragment["accounts"][number] }) {
  return (
    <li className="text-sm wrap-anywhere">
      <span className="font-medium">{provider ? <span translate="no">{provider}</span> : t("An account that you cannot enter any more")}</span>
      {": "}
      {levels.map(({ title, level }) => `${title}: ${levelName(level)}`).join(", ")} {isShutOut && <Badge kind="warning">{t("Shut out")}</Badge>}
    </li>
  );
}
