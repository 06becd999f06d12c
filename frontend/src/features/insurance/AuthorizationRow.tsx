import { SetAuthorizationActiveDocument } from "../../gen/documents/features/insurance/Insurance";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatDate } from "../../text/format";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { useAccount } from "../shell/viewer";
import { StandingBadge } from "./StandingBadge";
import { UsedBar } from "./UsedBar";
import { type Authorization, authorizationWords, savedAuthorization, standingOf } from "./authorization";

interface Props {
  row: Authorization;
  payer: string | null | undefined;
  whyNot: string | undefined;
  onEdit: () => void;
  onSaved: () => void;
}

export function AuthorizationRow({ row, payer, whyNot, onEdit, onSaved }: Props) {
  const { id: account, timeZone } = useAccount();
  const save = useQuickSave(SetAuthorizationActiveDocument);
  const standing = standingOf(row, dayIn(timeZone));
  const number = row.number ?? "";
  const about = { shown: { ...savedAuthorization(row).fields, active: row.active }, labels: { ...authorizationWords(() => undefined).labels, active: t("State") } };
  const set = async (version: number, active: boolean) => {
    const saved = (await save({ account, id: row.id, version, active }, about))?.setAuthorizationActive?.authorization;
    onSaved();
    if (!saved) return;
    const undo = () => void set(saved.version ?? 0, !active);
    toast({ text: active ? t("The authorization holds again.") : t("The authorization is ended."), action: { label: t("Undo"), onPress: undo } });
  };
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-3 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span translate="no" className="font-mono font-medium">{number}</span>
          <StandingBadge standing={standing} />
        </p>
        <p className="text-sm text-ink-muted">
          {t("{from} to {until}", { from: formatDate(row.fromDate ?? ""), until: formatDate(row.untilDate ?? "") })}
          {payer && <span translate="no">{`, ${payer}`}</span>}
        </p>
        {row.remark && <p translate="no" className="text-sm whitespace-pre-wrap wrap-anywhere text-ink-muted">{row.remark}</p>}
      </div>
      <UsedBar row={row} isLow={standing === "RUNNING_OUT" || standing === "USED_UP"} />
      <div className="flex gap-2">
        <Button size="small" whyDisabled={whyNot} onPress={onEdit} aria-label={t("Edit authorization {number}", { number })}>
          {t("Edit")}
        </Button>
        <Button size="small" variant="quiet" whyDisabled={whyNot} onPress={() => void set(row.version ?? 0, !row.active)} aria-label={row.active ? t("End authorization {number}", { number }) : t("Take up authorization {number} again", { number })}>
          {row.active ? t("End") : t("Take up again")}
        </Button>
      </div>
    </li>
  );
}
