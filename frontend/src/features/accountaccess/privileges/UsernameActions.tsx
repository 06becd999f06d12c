import { KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { DeleteUsernameDialog } from "./DeleteUsernameDialog";
import { PasswordDialog } from "./PasswordDialog";
import type { Row } from "./rows";

export function UsernameActions({ row, onDeleted }: { row: Row; onDeleted: () => void }) {
  const [asked, setAsked] = useState<"delete" | "password" | null>(null);
  const close = () => setAsked(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button icon={KeyRound} className="phone:w-full phone:whitespace-normal" whyDisabled={row.passwordLocked ?? undefined} onPress={() => setAsked("password")}>
        {t("Someone else may know the password")}
      </Button>
      <Button variant="quiet" icon={Trash2} className="phone:w-full" whyDisabled={row.deleteLocked ?? undefined} onPress={() => setAsked("delete")}>
        {t("Delete username")}
      </Button>
      {asked === "password" && <PasswordDialog row={row} onClose={close} />}
      {asked === "delete" && <DeleteUsernameDialog row={row} onClose={close} onDeleted={onDeleted} />}
    </div>
  );
}
