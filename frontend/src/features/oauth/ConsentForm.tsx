import { useState } from "react";
import { AuthorizeAppDocument } from "../../gen/documents/features/oauth/Authorize";
import { isRetryable } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { Select } from "../../ui/Select";
import { inputOf } from "../apitokens/levels";
import { AccountsGiven } from "./AccountsGiven";
import { AppFacts } from "./AppFacts";
import type { App } from "./AskedPage";
import { Frame } from "./Frame";
import { SignedInAs } from "./SignedInAs";
import { type Askable, atFirst, isEmpty, whatIsGiven } from "./given";

const days = ["30", "90", "180", "365"] as const;

interface Props {
  query: string;
  app: App;
  username: string;
  accounts: Askable[];
  // With the address to go back to.
  onAnswer: (to: string) => void;
  onDecline: () => void;
}

export function ConsentForm({ query, app, username, accounts, onAnswer, onDecline }: Props) {
  const [given, setGiven] = useState(() => atFirst(accounts));
  const [lasts, setLasts] = useState<(typeof days)[number]>("90");
  const { save, isPending, problems } = useSave(AuthorizeAppDocument);
  const [problem] = problems;
  const letIn = async () => {
    const done = (await save({ query, accounts: inputOf(whatIsGiven(given)), days: Number(lasts) }))?.authorizeApp;
    if (done) onAnswer(done.sendTo);
  };
  const footer = (
    <>
      <Button variant="primary" onPress={() => void letIn()} isPending={isPending} whyDisabled={isEmpty(given) ? t("Choose at least one account, and a section in it.") : undefined}>
        {t("Let {app} in", { app: app.name })}
      </Button>
      <Button onPress={onDecline}>{t("No, thanks")}</Button>
    </>
  );
  return (
    <Frame title={t("Let {app} in?", { app: app.name })} footer={footer}>
      <AppFacts app={app} />
      <SignedInAs username={username} />
      <p>
        {t("Go on only if you came here from {app} yourself. It would ask in your name: with Full Access it sees and changes what is there, with View Only it sees it. You can give it less than it asks for.", { app: app.name })}
      </p>
      <AccountsGiven accounts={accounts} given={given} onChange={setGiven} />
      <Select
        label={t("It ends after")}
        name="expiresInDays"
        options={days.map((value) => ({ value, label: plural(Number(value), "{count} day", "{count} days") }))}
        value={lasts}
        onChange={setLasts}
        description={t("You can end it before, at any time: in My Access, under API Tokens.")}
      />
      <FormError error={problem?.message} {...(problem && isRetryable(problem) && { onRetry: () => void letIn(), isRetrying: isPending })} />
    </Frame>
  );
}
