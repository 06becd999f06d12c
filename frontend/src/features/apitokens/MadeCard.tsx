import { Check } from "lucide-react";
import { t } from "../../text";
import { OnceCard } from "../../ui/OnceCard";

export interface Made {
  kind: "app" | "calendar" | "secret";
  name: string;
  // The token itself, the whole address, or the secret of an app.
  token: string;
}

const words = {
  app: {
    title: (name: string) => t("The token of {name}", { name }),
    about: () => t("It is shown this once. Put it where the app keeps its passwords; whoever has it may do what you chose. If it gets out, revoke it."),
    copy: () => t("Copy the token"),
    copied: () => t("The token is copied."),
  },
  calendar: {
    title: (name: string) => t("The calendar address for {name}", { name }),
    about: () => t("It is shown this once. Give it to the calendar program as a subscription; whoever has it sees the calendar. If it gets out, revoke it."),
    copy: () => t("Copy the address"),
    copied: () => t("The address is copied."),
  },
  secret: {
    title: (name: string) => t("The secret of {name}", { name }),
    about: () => t("It is shown this once. Give it to the makers of the app, with its client ID: by it the app shows that it is the app. If it gets out, give it a new one."),
    copy: () => t("Copy the secret"),
    copied: () => t("The secret is copied."),
  },
};

export function MadeCard({ made: { kind, name, token }, onClose }: { made: Made; onClose: () => void }) {
  const { title, about, copy, copied } = words[kind];
  return (
    <OnceCard title={title(name)} secret={token} copyLabel={copy()} copied={copied()} close={{ label: t("I have it"), icon: Check, onPress: onClose }}>
      <p>{about()}</p>
    </OnceCard>
  );
}
