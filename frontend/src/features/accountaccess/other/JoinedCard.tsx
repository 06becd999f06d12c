import { ArrowRight, CircleCheck, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { Button } from "../../../ui/Button";
import { Heading } from "../../../ui/Heading";
import { useSwitchAccount } from "../../shell/useSwitchAccount";
import { useViewer } from "../../shell/viewer";
import type { Joined } from "./find";

interface Props {
  joined: Joined;
  onMore: () => void;
}

export function JoinedCard({ joined, onMore }: Props) {
  const { username } = useViewer();
  const switchTo = useSwitchAccount();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="joined" className="flex flex-col gap-3 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="joined" className="flex items-center gap-2 wrap-anywhere">
        <CircleCheck aria-hidden size={20} className="shrink-0 text-success-ink" />
        {t("You have joined {provider}", { provider: joined.providerName })}
      </Heading>
      <p>{t("{provider} is now in the Provider drop-down of {username}, wherever it signs in.", { provider: joined.providerName, username })}</p>
      <Banner kind="warning" title={t("You have typed somebody's password")}>
        {t("They should change it now, under My Access. The link stays: it belongs to your username, not to their password.")}
      </Banner>
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={ArrowRight} onPress={() => switchTo(joined.id)}>
          {t("Open it")}
        </Button>
        <Button icon={Plus} onPress={onMore}>
          {t("Join another")}
        </Button>
      </div>
    </section>
  );
}
