import { KeyRound } from "lucide-react";
import { useState } from "react";
import { AskForLinkDocument, OfferLinkDocument } from "../../../gen/documents/features/accountaccess/consent/Consent";
import type { AccessLevel, InvitationKind, Section } from "../../../gen/types";
import { fieldErrors, isRetryable, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { Select } from "../../../ui/Select";
import { TextField } from "../../../ui/TextField";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { windowOf } from "./days";
import { DaysFields } from "./DaysFields";
import { expiryChoices } from "./invitationWords";
import { LevelsField } from "./LevelsField";
import { type Levels, levelsToGive } from "./levels";

const fields = ["levels", "validFrom", "validUntil", "purpose", "expiresInDays"];
const empty = { levels: {} as Levels, days: { first: "", last: "" }, purpose: "", expires: "7" };
const anything = (): AccessLevel => "FULL";

interface Props {
  kind: InvitationKind;
  onMade: (code: string) => void;
}

export function InvitationForm({ kind, onMade }: Props) {
  const account = useAccount();
  const isOffer = kind === "OFFER";
  const [input, setInput] = useState(empty);
  const offer = useSave(OfferLinkDocument);
  const ask = useSave(AskForLinkDocument);
  const { isPending, problems } = isOffer ? offer : ask;
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const errors = fieldErrors(problems, fields);
  const [other] = otherProblems(problems, fields);
  const own = (section: Section) => account.level(section);
  const submit = async () => {
    const { levels, days, purpose, expires } = input;
    const variables = { account: account.id, input: { levels: levelsToGive(levels), ...windowOf(days, account.timeZone), purpose, expiresInDays: Number(expires) } };
    const code = isOffer ? (await offer.save(variables))?.offerLink?.code : (await ask.save(variables))?.askForLink?.code;
    if (code) onMade(code);
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors} aria-label={isOffer ? t("Offer a link") : t("Ask for a link")}>
      <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
      <TextField
        label={t("Purpose")}
        name="purpose"
        value={input.purpose}
        onChange={(purpose) => setInput({ ...input, purpose })}
        isRequired
        maxLength={200}
        description={t("Both sides read it, such as: billing in 2026. Nothing about clients.")}
      />
      <LevelsField
        levels={input.levels}
        onChange={(levels) => setInput({ ...input, levels })}
        highest={isOffer ? own : anything}
        whyCapped={t("More is not yours to give here.")}
        error={errors.levels}
      />
      <DaysFields days={input.days} onChange={(days) => setInput({ ...input, days })} errors={errors} />
      <Select label={t("The code can be used for")} name="expiresInDays" options={expiryChoices()} value={input.expires} onChange={(expires) => setInput({ ...input, expires })} />
      <FormActions note={t("Nothing is granted until the other side accepts.")}>
        <Button type="submit" variant="primary" icon={KeyRound} isPending={isPending} whyDisabled={whyNot}>
          {t("Make the code")}
        </Button>
      </FormActions>
    </Form>
  );
}
