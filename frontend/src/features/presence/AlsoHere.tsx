import { Users } from "lucide-react";
import { t } from "../../text";
import { Chip } from "../../ui/Chip";
import { useAlsoHere } from "./useAlsoHere";

interface Props {
  // What is open: a client, a session, a note; the account, for a page of which it has one.
  id: string;
  page?: "PRACTICE_SETUP" | "ACCOUNT_ACCESS";
  editing?: boolean;
}

// Says who else has the same thing open, so that two people do not change it at once unknowingly.
export function AlsoHere({ id, page, editing = false }: Props) {
  const others = useAlsoHere(id, editing, page);
  const names = others.map((other) => (other.editing ? t("{username} (editing)", other) : other.username)).join(", ");
  return (
    <span role="status" className={`inline-flex min-w-0 ${names ? "phone:basis-full" : ""}`}>
      {names && <Chip icon={Users}>{t("Also here: {names}", { names })}</Chip>}
    </span>
  );
}
