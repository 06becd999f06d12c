import { Search } from "lucide-react";
import { useState } from "react";
import { FindInvitationDocument } from "../../../gen/documents/features/accountaccess/consent/Code";
import type { FindInvitationMutation } from "../../../gen/types";
import { fieldErrors, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Form } from "../../../ui/Form";
import { FormActions } from "../../../ui/FormActions";
import { FormError } from "../../../ui/FormError";
import { TextField } from "../../../ui/TextField";
import { TextLink } from "../../../ui/TextLink";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { FoundOffer } from "./FoundOffer";
import { FoundRequest } from "./FoundRequest";

export type Found = NonNullable<FindInvitationMutation["findInvitation"]>;

// What somebody handed over: an offer to accept, or a request to decide.
export function CodeCard() {
  const account = useAccount();
  const [code, setCode] = useState("");
  const [found, setFound] = useState<Found>();
  const { save, isPending, problems } = useSave(FindInvitationDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const [other] = otherProblems(problems, ["code"]);
  const find = async () => setFound((await save({ account: account.id, code }))?.findInvitation ?? undefined);
  const close = () => {
    setFound(undefined);
    setCode("");
  };
  if (found?.kind === "OFFER") return <FoundOffer found={found} code={code} onClose={close} />;
  if (found) return <FoundRequest found={found} code={code} onClose={close} />;
  return (
    <Card title={t("I have a code")} description={t("Somebody offers you a link to their account, or asks you for one to this account. No password changes hands.")}>
      <Form onSubmit={() => void find()} errors={fieldErrors(problems, ["code"])} aria-label={t("I have a code")}>
        <FormError error={other?.message} />
        <TextField label={t("Code")} name="code" autoComplete="off" spellCheck="false" isMono value={code} onChange={setCode} isRequired description={t("Spaces and dashes do not matter.")} />
        <FormActions note={t("Nothing is granted yet.")}>
          <Button type="submit" icon={Search} isPending={isPending} whyDisabled={whyNot}>
            {t("Look at it")}
          </Button>
        </FormActions>
      </Form>
      <p className="mt-3 text-sm text-ink-muted">
        <TextLink to="/p/$account/account-access/offers" params={{ account: account.id }}>
          {t("Ask for a link yourself, or offer one")}
        </TextLink>
      </p>
    </Card>
  );
}
