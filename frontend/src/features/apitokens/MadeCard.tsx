import { Check, Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Heading } from "../../ui/Heading";
import { toast } from "../../ui/toast";

export interface Made {
  kind: "app" | "calendar";
  name: string;
  // The token itself, or the whole address.
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
};

// The token or the address, this once.
export function MadeCard({ made: { kind, name, token }, onClose }: { made: Made; onClose: () => void }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    toast({ text: words[kind].copied() });
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="made" className="flex flex-col gap-3 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="made">
        {words[kind].title(name)}
      </Heading>
      <p translate="no" className="rounded-md border bg-canvas px-4 py-3 font-mono wrap-anywhere select-all">{token}</p>
      <p>{words[kind].about()}</p>
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={Copy} onPress={() => void copy()}>
          {words[kind].copy()}
        </Button>
        <Button icon={Check} onPress={onClose}>
          {t("I have it")}
        </Button>
      </div>
    </section>
  );
}
