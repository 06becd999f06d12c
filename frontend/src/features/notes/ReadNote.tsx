import { ShieldAlert } from "lucide-react";
import { t } from "../../text";
import { formatMoment } from "../../text/format";
import { Banner } from "../../ui/Banner";
import { Card } from "../../ui/Card";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { Addenda } from "./Addenda";
import { DiscardButton } from "./DiscardButton";
import type { ReadAgain } from "./NoteFrame";
import { NoteText } from "./NoteText";
import type { WholeNote } from "./noteFields";

export function ReadNote({ note, again }: { note: WholeNote; again: ReadAgain }) {
  const whyNot = useWhyNotEdit("NOTES");
  return (
    <>
      {note.intact === false && (
        <Banner kind="danger" icon={ShieldAlert} title={t("This is not what was signed")}>
          {t("The note or an addendum was altered in the database after it was signed. The activity log has this opening of it, and keeps the seal of the note as it was signed. Do not rely on the text; tell whoever runs the server.")}
        </Banner>
      )}
      {note.status === "DISCARDED" && (
        <Banner title={t("This draft was discarded")} actions={<DiscardButton note={note} again={again} whyDisabled={whyNot} />}>
          {t("It is kept as it was, and can be taken back.")}
        </Banner>
      )}
      <Card footer={<Signature note={note} />}>
        <NoteText text={note.body} />
      </Card>
      {note.status === "SIGNED" && <Addenda note={note} />}
    </>
  );
}

function Signature({ note: { author, signedBy, signedAt } }: { note: WholeNote }) {
  const { timeZone } = useAccount();
  if (!signedBy || !signedAt) return <p translate="no">{t("Written by {username}, and not signed.", { username: author ?? "" })}</p>;
  const signed = t("Signed by {username} on {when}", { username: signedBy, when: formatMoment(signedAt, timeZone) });
  return (
    <p>
      <strong translate="no" className="font-semibold">{signed}</strong>
      {author !== signedBy && <span translate="no" className="text-ink-muted"> {t("Written by {username}", { username: author ?? "" })}</span>}
    </p>
  );
}
