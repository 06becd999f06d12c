import { WithdrawInvitationDocument } from "../../../gen/documents/features/accountaccess/consent/Consent";
import type { InvitationLineFragment } from "../../../gen/types";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatDate, formatMoment } from "../../../text/format";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { daysOf } from "./days";
import { madeWords, stateKind, stateName } from "./invitationWords";
import { inOneLine, levelsOf } from "./levels";

export function InvitationItem({ invitation }: { invitation: InvitationLineFragment }) {
  const account = useAccount();
  const { save, isPending, problems } = useSave(WithdrawInvitationDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const { id, kind, madeBy, state, purpose, levels } = invitation;
  return (
    <li className="flex flex-col gap-1 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">
          <q translate="no">{purpose}</q>
        </p>
        {state && <Badge kind={stateKind[state]}>{stateName[state]()}</Badge>}
      </div>
      <p className="text-sm wrap-anywhere text-ink-muted">{kind && madeWords(kind, madeBy ?? "")}. {inOneLine(levelsOf(levels ?? []))}.</p>
      <p className="text-sm text-ink-muted">{standing(invitation, account.timeZone)}</p>
      <FormError error={problems[0]?.message} />
      {state === "OPEN" && (
        <Button size="small" className="self-start" isPending={isPending} whyDisabled={whyNot} aria-label={t("Withdraw {purpose}", { purpose: purpose ?? "" })} onPress={() => void save({ account: account.id, id: id ?? "" })}>
          {t("Withdraw")}
        </Button>
      )}
    </li>
  );
}

function standing({ state, expiresAt, answeredAt, answeredBy, validFrom, validUntil }: InvitationLineFragment, zone: string): string {
  const { first, last } = daysOf({ validFrom, validUntil }, zone);
  const parts = [
    first && t("from {day}", { day: formatDate(first) }),
    last && t("until {day}", { day: formatDate(last) }),
    state === "OPEN" && expiresAt && t("the code can be used until {moment}", { moment: formatMoment(expiresAt, zone) }),
    answeredAt && (answeredBy ? t("{username}, {moment}", { username: answeredBy, moment: formatMoment(answeredAt, zone) }) : formatMoment(answeredAt, zone)),
  ];
  return parts.filter(Boolean).join(" · ");
}
