import { NotebookPen } from "lucide-react";
import { t } from "../../text";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";
import type { WholeSession } from "./sessionFields";

// From a session to a new note about it.
export function WriteNoteLink({ session: { id: session, client, serviceDate } }: { session: WholeSession }) {
  const { id: account } = useAccount();
  return (
    <LinkButton icon={NotebookPen} to="/p/$account/notes/new" params={{ account }} search={{ client: client?.id, session, day: serviceDate ?? undefined }}>
      {t("Write note")}
    </LinkButton>
  );
}
