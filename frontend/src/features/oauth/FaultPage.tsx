import { t } from "../../text";
import { Button } from "../../ui/Button";
import { AppFacts } from "./AppFacts";
import type { App } from "./AskedPage";
import { ForItsMakers } from "./ForItsMakers";
import { Frame } from "./Frame";

interface Props {
  app: App;
  fault: string;
  onBack: () => void;
}

// The app is known and has asked wrongly. It is told when the person goes back, and not before.
export function FaultPage({ app, fault, onBack }: Props) {
  const footer = (
    <Button variant="primary" onPress={onBack}>
      {t("Back to {app}", { app: app.name })}
    </Button>
  );
  return (
    <Frame title={t("{app} has asked in a wrong way", { app: app.name })} footer={footer}>
      <p>{t("Nothing was let in. There is nothing that you can do here: whoever makes the app has to mend it.")}</p>
      <ForItsMakers fault={fault} />
      <AppFacts app={app} />
    </Frame>
  );
}
