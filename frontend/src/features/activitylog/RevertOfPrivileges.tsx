import { Undo2 } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import type { Entry } from "./entry";

const LaterRevertDialog = lazy(() => import("../accountaccess/privileges/RevertDialog").then((module) => ({ default: module.RevertDialog })));

// A saved change of privileges is taken back from its own entry, as by Undo right after it.
export function RevertOfPrivileges({ entry: { code, outcome, changes, entityIds } }: { entry: Entry }) {
  const [isAsked, setAsked] = useState(false);
  const { mayView } = useAccount();
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const isSaved = code === "privilege.changed" && outcome === "OK" && changes && Object.keys(changes).length > 0;
  if (!isSaved || !entityIds || !mayView("ACCOUNT_ACCESS")) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button icon={Undo2} whyDisabled={whyNot} onPress={() => setAsked(true)}>
        {t("Revert")}
      </Button>
      <span className="text-sm text-ink-muted">{t("You see first what it puts back.")}</span>
      <Suspense>{isAsked && <LaterRevertDialog saved={changes} links={entityIds} onClose={() => setAsked(false)} />}</Suspense>
    </div>
  );
}
