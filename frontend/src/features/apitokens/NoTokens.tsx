import { Plug, Plus } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";

export function NoTokens({ onCreate }: { onCreate: () => void }) {
  return (
    <Card>
      <EmptyState
        icon={Plug}
        title={t("No app asks in your name")}
        action={
          <Button icon={Plus} onPress={onCreate}>
            {t("Make a token")}
          </Button>
        }
      >
        {t("Another program, such as one for billing or for reminders, can read and enter things here by itself. Give it a token of its own instead of your password: you say where it may do what, and until when, and you can take it away at any time. An app that sends you here itself, to be let in, needs no token: it is listed here too.")}
      </EmptyState>
    </Card>
  );
}
