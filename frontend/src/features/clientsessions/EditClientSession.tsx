import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { EditClientSessionDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { SessionForm } from "./SessionForm";
import { type Codes, type SessionFields, type WholeSession, placesWith, savedSession, sessionInput, sessionLabels, textWith } from "./sessionFields";
import { useShared } from "./sessionSearch";
import { dayIn } from "../../text/dayIn";

interface Props {
  session: WholeSession;
  codes: Codes;
  // Whether something is typed that is not saved.
  onTyped: (isTyped: boolean) => void;
}

export function EditClientSession({ session, codes, onTyped }: Props) {
  const { id: account, timeZone } = useAccount();
  const navigate = useNavigate();
  const { save, isPending, problems, clear } = useSave(EditClientSessionDocument);
  const [, tell] = useShared().told;

  const edit = useEdit(savedSession(session), async (version, fields: SessionFields) => {
    const data = await save({ account, id: session.id, version, input: sessionInput(fields) });
    const saved = data?.editClientSession;
    if (!saved?.clientSession) return undefined;
    tell({ session: session.id, sameDay: saved.sameDay ?? [] });
    toast({ text: t("The session is saved.") });
    return savedSession(saved.clientSession);
  });
  useEffect(() => onTyped(edit.isDirty), [edit.isDirty, onTyped]);
  const places = placesWith(session, codes.places);
  const theirs = theirsIn(problems, edit.fields);
  const list = () => void navigate({ to: "/p/$account/client-sessions", params: { account } });
  return (
    <SessionForm edit={edit} codes={{ ...codes, places }} today={dayIn(timeZone)} problems={problems} isPending={isPending} saveLabel={t("Save")} onSaved={() => {}} onCancel={list}>
      {theirs && (
        <ConflictDialog
          base={edit.base.fields}
          mine={edit.fields}
          theirs={theirs}
          labels={sessionLabels()}
          show={textWith(places)}
          onSave={(chosen) => void edit.submitOn(theirs, chosen)}
          onCancel={clear}
        />
      )}
    </SessionForm>
  );
}
