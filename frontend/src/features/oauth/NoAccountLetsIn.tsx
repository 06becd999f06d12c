import { t } from "../../text";
import { Button } from "../../ui/Button";
import { AppFacts } from "./AppFacts";
import type { App } from "./AskedPage";
import { Frame } from "./Frame";
import { SignedInAs } from "./SignedInAs";

interface Props {
  app: App;
  clientId: string;
  username: string;
  onDecline: () => void;
}

export function NoAccountLetsIn({ app, clientId, username, onDecline }: Props) {
  const footer = (
    <Button variant="primary" onPress={onDecline}>
      {t("Back to {app}", { app: app.name })}
    </Button>
  );
  return (
    <Frame title={t("No account of yours lets {app} in", { app: app.name })} footer={footer}>
      <AppFacts app={app} />
      <SignedInAs username={username} />
      <p>
        {t("None of the accounts that you may enter lets it do what it asks for, or you may not do that there yourself. Whoever has Full Access to Account Access can let it in: in Account Access, under Apps, with this client ID.")}
      </p>
      <p translate="no" className="rounded-md border bg-canvas px-3 py-2 font-mono wrap-anywhere select-all">{clientId}</p>
    </Frame>
  );
}
