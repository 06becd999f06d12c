import { t } from "../../../text";
import { Card } from "../../../ui/Card";
import { useViewer } from "../../shell/viewer";

export function AdviceCard() {
  const { username } = useViewer();
  return (
    <Card title={t("How this works")}>
      <ul className="ml-5 list-disc space-y-1.5 text-ink-muted">
        <li>{t("It is the username that is important: accounts are joined to {username}, whichever provider's account is open.", { username })}</li>
        <li>{t("Best is that the other provider types their password here themselves. Whoever's password was typed by somebody else should change it afterwards; the link stays.")}</li>
        <li>{t("Finding and joining are written in the Activity Log of both accounts, wrong passwords too.")}</li>
        <li>{t("You get Full Access except Psychotherapy Notes, and never more than that provider's username has. They can change it in Username Privileges.")}</li>
      </ul>
    </Card>
  );
}
