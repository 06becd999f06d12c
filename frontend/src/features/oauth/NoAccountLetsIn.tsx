import { t } from "../../text";
import { Button } from "../../ui/Button";
import { TextLink } from "../../ui/TextLink";
import { AppFacts } from "./AppFacts";
import type { App, AskedViewer } from "./AskedPage";
import { Frame } from "./Frame";
import { SignedInAs } from "./SignedInAs";

interface Props {
  app: App;
  clientId: string;
  viewer: AskedViewer;
  onDecline: () => void;
}

export function NoAccountLetsIn({ app, clientId, viewer, onDecline }: Props) {
  const run = viewer.accounts.filter(({ myAccess }) => myAccess.some(({ section, level }) => section === "ACCOUNT_ACCESS" && level === "FULL"));
  const footer = (
    <Button variant="primary" onPress={onDecline}>
      {t("Back to {app}", { app: app.name })}
    </Button>
  );
  return (
    <Frame title={t("No account of yours lets {app} in", { app: app.name })} footer={footer}>
      <AppFacts app={app} />
      <SignedInAs username={viewer.username} />
      <p>
        {t("None of the accounts that you may enter lets it do what it asks for, or you may not do that there yourself. Whoever has Full Access to Account Access can let it in: in Account Access, under Apps, with this client ID.")}
      </p>
      <p translate="no" className="rounded-md border bg-canvas px-3 py-2 font-mono wrap-anywhere select-all">{clientId}</p>
      {run.length > 0 && (
        <div>
          <p>{t("You can do that yourself, and begin again in the app afterwards:")}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {run.map(({ id, providerName }) => (
              <li key={id}>
                <TextLink to="/p/$account/account-access/apps" params={{ account: id }}>
                  {t("Apps of {provider}", { provider: providerName })}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Frame>
  );
}
