import { t } from "../../text";
import { formatDate, formatMoment } from "../../text/format";
import { DescriptionList } from "../../ui/DescriptionList";
import type { Printed } from "../clients/print/usePrinting";
import { useAccount, useViewer } from "../shell/viewer";
import { NoteText } from "./NoteText";
import type { WholeNote } from "./noteFields";
import { typeName } from "./noteWords";

// What is on paper. The browser's own command prints nothing of a note: only what was fetched to be
// printed is there to be.
export function PrintedNote({ printed }: { printed: Printed<WholeNote> | null }) {
  if (!printed) return <p className="print-only">{t("Use Print on the page itself: what is printed is kept in the activity log.")}</p>;
  return (
    <section className="print-only" aria-label={t("What is printed")}>
      <Paper note={printed.content} at={printed.at} />
    </section>
  );
}

function Paper({ note, at }: { note: WholeNote; at: string }) {
  const { practiceName, providerName, timeZone } = useAccount();
  const { username } = useViewer();
  const { client, noteType, noteDate, author, signedBy, signedAt, intact, body, addenda } = note;
  const signed = signedBy && signedAt ? t("{username}, {when}", { username: signedBy, when: formatMoment(signedAt, timeZone) }) : t("Not signed: a draft");
  const rows = [
    { label: t("Practice"), value: <span translate="no">{practiceName}, {providerName}</span> },
    { label: t("Client"), value: <span translate="no">{t("{name}, number {number}", { name: client?.displayName ?? "", number: client?.number ?? "" })}</span> },
    { label: t("Day"), value: noteDate ? formatDate(noteDate) : "–" },
    { label: t("Written by"), value: <span translate="no">{author}</span> },
    { label: t("Signed"), value: <span translate="no">{signed}</span> },
    { label: t("Seal"), value: <Seal intact={intact} /> },
    { label: t("Printed"), value: t("{when}, by {username}", { when: formatMoment(at, timeZone), username }) },
  ];
  return (
    <>
      <h2 className="mb-3 text-xl font-semibold">{typeName(noteType)}</h2>
      <DescriptionList rows={rows} />
      <div className="mt-5">
        <NoteText text={body} />
      </div>
      {(addenda ?? []).map((addendum, index) => (
        <section key={index} className="mt-5 border-t border-line pt-3">
          <h3 className="font-semibold">
            {t("Addendum by {username}, {when}", { username: addendum.author ?? "", when: addendum.createdAt ? formatMoment(addendum.createdAt, timeZone) : "" })}
          </h3>
          {addendum.intact === false && <p><strong>{t("This addendum is not what was added.")}</strong></p>}
          <NoteText text={addendum.body} />
        </section>
      ))}
    </>
  );
}

function Seal({ intact }: { intact: boolean | null }) {
  if (intact === null) return t("None, since it is not signed.");
  if (intact) return t("The text and its addenda are what was signed.");
  return <strong>{t("Broken: this is not what was signed.")}</strong>;
}
