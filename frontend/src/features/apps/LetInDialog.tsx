import { useState } from "react";
import { useClient } from "urql";
import { FindAppDocument, LetAppInDocument } from "../../gen/documents/features/apps/Apps";
import type { FindAppQuery } from "../../gen/types";
import { fieldErrors, isRetryable, otherProblems, problemsOf, type Problem } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { type Levels, levelsToGive } from "../accountaccess/consent/levels";
import { holdsAnything } from "../apitokens/levels";
import { useAccount } from "../shell/viewer";
import { FoundFacts } from "./FoundFacts";
import { MostField } from "./MostField";

export type Found = NonNullable<NonNullable<FindAppQuery["account"]>["findApp"]>;

interface Props {
  onClose: () => void;
  onLetIn: () => void;
}

// An app that another account has registered: looked up by its client id, and let in with what it may do here.
export function LetInDialog({ onClose, onLetIn }: Props) {
  const [clientId, setClientId] = useState("");
  const [found, setFound] = useState<Found>();
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Let an app in")} size={found ? "large" : "medium"} isDismissable={false}>
      {found ? <ChosenForm clientId={clientId} found={found} onBack={() => setFound(undefined)} onLetIn={onLetIn} /> : <FindForm clientId={clientId} onType={setClientId} onFound={setFound} onClose={onClose} />}
    </Dialog>
  );
}

interface FindProps {
  clientId: string;
  onType: (clientId: string) => void;
  onFound: (found: Found) => void;
  onClose: () => void;
}

function FindForm({ clientId, onType, onFound, onClose }: FindProps) {
  const { id: account } = useAccount();
  const client = useClient();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [unknown, setUnknown] = useState<Record<string, string>>({});
  const [isPending, setPending] = useState(false);
  const find = async () => {
    setPending(true);
    const { data, error } = await client.query(FindAppDocument, { account, clientId: clientId.trim() }, { requestPolicy: "network-only" });
    setPending(false);
    setProblems(problemsOf(error));
    const found = data?.account?.findApp;
    if (found) return onFound(found);
    setUnknown(error ? {} : { clientId: t("No app has this client ID. Compare it with what its makers told you, to the letter.") });
  };
  const [problem] = problems;
  return (
    <Form onSubmit={() => void find()} errors={unknown} aria-label={t("Find the app")}>
      <FormError error={problem?.message} {...(problem && isRetryable(problem) && { onRetry: () => void find(), isRetrying: isPending })} />
      <TextField label={t("Client ID")} name="clientId" value={clientId} onChange={onType} isRequired isMono autoFocus spellCheck="false" description={t("The makers of the app tell it, such as 6f1c5d2e-0b7a-4c8e-9a51-3d7f0e2b9c44.")} />
      <DialogActions>
        <Button onPress={onClose}>{t("Cancel")}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("Find the app")}
        </Button>
      </DialogActions>
    </Form>
  );
}

const fields = ["levels"];

interface ChosenProps {
  clientId: string;
  found: Found;
  onBack: () => void;
  onLetIn: () => void;
}

function ChosenForm({ clientId, found, onBack, onLetIn }: ChosenProps) {
  const { id: account } = useAccount();
  const [levels, setLevels] = useState<Levels>({});
  const { save, isPending, problems } = useSave(LetAppInDocument);
  const [other] = otherProblems(problems, fields);
  const errors = fieldErrors(problems, fields);
  const submit = async () => {
    if (!(await save({ account, clientId: clientId.trim(), version: found.version ?? 0, levels: levelsToGive(levels) }))?.letAppIn) return;
    toast({ text: t("{app} is let in here.", { app: found.name ?? "" }) });
    onLetIn();
  };
  return (
    <Form onSubmit={() => void submit()} errors={errors} aria-label={t("Let an app in")}>
      <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
      <FoundFacts found={found} />
      <MostField levels={levels} onChange={setLevels} {...(errors["levels"] && { error: errors["levels"] })} />
      <DialogActions>
        <Button onPress={onBack}>{t("Another one")}</Button>
        <Button type="submit" variant="primary" isPending={isPending} whyDisabled={holdsAnything(levels) ? undefined : t("Choose at least one section.")}>
          {t("Let it in")}
        </Button>
      </DialogActions>
    </Form>
  );
}
