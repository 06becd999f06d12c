import { Siren } from "lucide-react";
import { useEffect } from "react";
import { useClient } from "urql";
import { EndMyEmergencyDocument } from "../../gen/documents/features/emergency/Emergency";
import { ViewerDocument } from "../../gen/documents/features/shell/Viewer";
import type { RunningEmergencyFragment } from "../../gen/types";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { inOneLine, levelsOf } from "../accountaccess/consent/levels";
import { useAccount } from "../shell/viewer";
import { clock, useTimeLeft } from "./useTimeLeft";

// Stands on each page of the account while the viewer's emergency access runs.
export function EmergencyBanner({ emergency: { reason, until, levels } }: { emergency: RunningEmergencyFragment }) {
  const { id } = useAccount();
  const left = useTimeLeft(until);
  const { save, isPending, problems } = useSave(EndMyEmergencyDocument);
  useEndInTime(left === 0);
  const end = async () => {
    if (await save({ account: id })) toast({ text: t("Your emergency access is over. Somebody else reviews it.") });
  };
  return (
    <section
      aria-label={t("Emergency access")}
      className="no-print sticky top-14 z-20 flex items-center gap-x-3 gap-y-1 border-b border-danger-line bg-danger-soft px-4 py-1.5 phone:px-3"
    >
      <Siren aria-hidden size={18} className="shrink-0 text-danger-ink" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <strong className="font-semibold">{t("Emergency access")}</strong>
          <span role="timer" aria-label={t("Time left")} className="font-semibold text-danger-ink tabular-nums">
            {clock(left)}
          </span>
          <span className="text-sm wrap-anywhere text-ink-muted phone:hidden">{inOneLine(levelsOf(levels))}</span>
        </p>
        <p className="truncate text-sm text-ink-muted">
          {problems[0]?.message ?? <q translate="no">{reason}</q>}
        </p>
      </div>
      <Button size="small" variant="danger" isPending={isPending} onPress={() => void end()}>
        {t("End now")}
      </Button>
    </section>
  );
}

const AGAIN_MS = 5000;

// Asks the server once the time has run out, until it says so too: its clock counts.
function useEndInTime(isOver: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!isOver) return;
    const ask = () => void client.query(ViewerDocument, {}, { requestPolicy: "network-only", background: true }).toPromise();
    ask();
    const again = setInterval(ask, AGAIN_MS);
    return () => clearInterval(again);
  }, [client, isOver]);
}
