import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Problem, fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { FormError } from "../../ui/FormError";
import { isStale } from "../editing/theirs";
import type { Edit } from "../editing/useEdit";
import { UnsavedDialog } from "../shell/UnsavedDialog";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { ClientFormGroups } from "./ClientFormGroups";
import { type ClientFields, clientFieldNames } from "./clientFields";

interface Props {
  edit: Edit<ClientFields>;
  // The ID number as it is saved: masked, or empty.
  savedIdNumber: string;
  problems: Problem[];
  isPending: boolean;
  saveLabel: string;
  // After it was saved, or where nothing was typed.
  onLeave: () => void;
  children?: ReactNode;
}

export function ClientForm({ edit, savedIdNumber, problems, isPending, saveLabel, onLeave, children }: Props) {
  const whyNot = useWhyNotEdit("CLIENTS");
  const submit = async () => {
    if (await edit.submit()) onLeave();
  };
  const shown = otherProblems(problems, clientFieldNames).filter((problem) => !isStale(problem));
  const gone = shown.some(({ code }) => code === "NOT_FOUND");
  return (
    <>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, clientFieldNames)} aria-label={t("Client")}>
        <FormError error={shown[0]?.message} onRetry={shown.some(isRetryable) ? () => void submit() : undefined} isRetrying={isPending}>
          {gone && <BackToClients />}
        </FormError>
        <ClientFormGroups fields={edit.fields} set={edit.set} savedIdNumber={savedIdNumber} />
        <FormActions note={edit.isDirty && t("There are changes that are not saved.")}>
          <Button type="submit" variant="primary" isPending={isPending} whyDisabled={whyNot}>
            {saveLabel}
          </Button>
          <Button onPress={onLeave}>{t("Cancel")}</Button>
        </FormActions>
      </Form>
      <UnsavedDialog isDirty={edit.isDirty} save={edit.submit} discard={edit.discard} />
      {children}
    </>
  );
}

function BackToClients() {
  const { id } = useAccount();
  const navigate = useNavigate();
  return (
    <Button size="small" className="mt-2" onPress={() => void navigate({ to: "/p/$account/clients", params: { account: id } })}>
      {t("Go to the clients")}
    </Button>
  );
}
