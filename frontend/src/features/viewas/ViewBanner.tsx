import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { claimView } from "../../graphql/view";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { dropView, leaveView } from "./leaveView";

// Stands on each page of a view.
export function ViewBanner({ account, username }: { account: string; username: string }) {
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => claimView(() => dropView(`/p/${account}`)), [account]);
  const leave = () => {
    setLeaving(true);
    void leaveView(account);
  };
  return (
    <section aria-label={t("View as another username")} className="no-print sticky top-14 z-20 flex min-h-13 items-center gap-3 border-b border-warning-line bg-warning-soft px-4 py-1.5 phone:px-3">
      <Eye aria-hidden size={18} className="shrink-0 text-warning-ink" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{t("You see this account as {username}", { username })}</p>
        <p className="text-sm text-ink-muted phone:hidden">{t("Only for reading, and only what you may see yourself. The log tells both names.")}</p>
        <p className="hidden text-sm text-ink-muted phone:block">{t("Only for reading")}</p>
      </div>
      <Button size="small" isPending={isLeaving} onPress={leave}>
        {t("Leave")}
      </Button>
    </section>
  );
}
