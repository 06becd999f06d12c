import { CalendarClock, DoorClosed, KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { DeleteUsernameDialog } from "./DeleteUsernameDialog";
import { type Certificate, OffboardDialog } from "./OffboardDialog";
import { PasswordDialog } from "./PasswordDialog";
import type { Row } from "./rows";
import { TimesDialog } from "./TimesDialog";

export function UsernameActions({ row, onDeleted }: { row: Row; onDeleted: (certificate?: Certificate) => void }) {
  const [asked, setAsked] = useState<"delete" | "offboard" | "password" | "times" | null>(null);
  const close = () => setAsked(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button icon={CalendarClock} className="phone:w-full" whyDisabled={row.locked ?? undefined} onPress={() => setAsked("times")}>
        {t("Set first and last day")}
      </Button>
      <Button icon={KeyRound} className="phone:w-full phone:whitespace-normal" whyDisabled={row.passwordLocked ?? undefined} onPress={() => setAsked("password")}>
        {t("Someone else may know the password")}
      </Button>
      <Button variant="quiet" icon={DoorClosed} className="phone:w-full" whyDisabled={row.deleteLocked ?? undefined} onPress={() => setAsked("offboard")}>
        {t("End work everywhere")}
      </Button>
      <Button variant="quiet" icon={Trash2} className="phone:w-full" whyDisabled={row.deleteLocked ?? undefined} onPress={() => setAsked("delete")}>
        {t("Delete username")}
      </Button>
      {asked === "password" && <PasswordDialog row={row} onClose={close} />}
      {asked === "offboard" && <OffboardDialog row={row} onClose={close} onDone={onDeleted} />}
      {asked === "times" && <TimesDialog row={row} onClose={close} />}
      {asked === "delete" && <DeleteUsernameDialog row={row} onClose={close} onDeleted={onDeleted} />}
    </div>
  );
}
