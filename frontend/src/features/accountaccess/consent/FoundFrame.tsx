import { type ReactNode, useEffect, useRef } from "react";
import { DeclineInvitationDocument } from "../../../gen/documents/features/accountaccess/consent/Code";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { Fact } from "../../../ui/Fact";
import { Facts } from "../../../ui/Facts";
import { FormError } from "../../../ui/FormError";
import { Heading } from "../../../ui/Heading";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { Found } from "./CodeCard";
import { daysOf } from "./days";
import { inOneLine, levelsOf } from "./levels";

interface Props {
  title: string;
  found: Found;
  code: string;
  onClose: () => void;
  children: ReactNode;
}

// What a code is for, and the two ways out of it besides accepting.
export function FoundFrame({ title, found, code, onClose, children }: Props) {
  const { id, timeZone } = useAccount();
  const decline = useSave(DeclineInvitationDocument);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const { first, last } = daysOf(found, timeZone);
  const refuse = async () => {
    if (!(await decline.save({ account: id, code }))) return;
    toast({ text: t("It is declined, and the code is of no more use.") });
    onClose();
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="code-found" className="flex flex-col gap-4 rounded-lg border bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="code-found" className="wrap-anywhere">
        {title}
      </Heading>
      <Facts>
        <Fact label={t("Provider")}><span translate="no">{found.providerName}</span></Fact>
        <Fact label={t("Practice")}><span translate="no">{found.practiceName}</span></Fact>
        <Fact label={t("Purpose")}><q translate="no">{found.purpose}</q></Fact>
        <Fact label={t("Access levels")}>{inOneLine(levelsOf(found.levels))}</Fact>
        <Fact label={t("From")}>{first ? formatDate(first) : t("At once")}</Fact>
        <Fact label={t("Until")}>{last ? formatDate(last) : t("No end")}</Fact>
      </Facts>
      {children}
      <FormError error={decline.problems[0]?.message} />
      <div className="flex flex-wrap gap-2 border-t border-line pt-3 phone:flex-col">
        <Button isPending={decline.isPending} onPress={() => void refuse()}>
          {t("Decline")}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t("Decide later")}
        </Button>
      </div>
    </section>
  );
}
