import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { mayConcern, useLive } from "../../live/useLive";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { PrintButton } from "../clients/print/PrintButton";
import { AlsoHere } from "../presence/AlsoHere";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { DraftNote } from "./DraftNote";
import { NoteBadge } from "./NoteBadge";
import { NoteFrame, type ReadAgain } from "./NoteFrame";
import { PrintedNote } from "./PrintedNote";
import { ReadNote } from "./ReadNote";
import type { WholeNote } from "./noteFields";
import { typeName } from "./noteWords";
import { useNotePrinting } from "./useNotePrinting";

export function NotePage() {
  const { note: id } = useParams({ from: "/p/$account/notes/$note" });
  useTitle(t("Session note"));
  return (
    <NoteFrame key={id} id={id}>
      {(note, again) => <OpenedNote note={note} again={again} />}
    </NoteFrame>
  );
}

function OpenedNote({ note, again }: { note: WholeNote; again: ReadAgain }) {
  const { id: account, mayEdit } = useAccount();
  const mayWrite = mayEdit("NOTES");
  const printing = useNotePrinting(note.id);
  const [isTyped, setTyped] = useState(false);
  useLive("NOTES", (change) => !change.mine && mayConcern(change, note.id) && again({ requestPolicy: "network-only", background: true }));
  // What was typed stays on the screen, also when it can no longer be saved.
  const isForm = isTyped || (note.status === "DRAFT" && mayWrite);
  const title = t("{type} of {day}", { type: typeName(note.noteType), day: note.noteDate ? formatDate(note.noteDate) : "" });
  return (
    <>
      <div className="no-print flex min-w-0 flex-col gap-5">
        <PageHeader
          title={title}
          breadcrumbs={[{ label: t("Session Notes"), link: <TextLink to="/p/$account/notes" params={{ account }}>{t("Session Notes")}</TextLink> }, { label: title }]}
          badge={
            <>
              <NoteBadge status={note.status} />
              {!mayWrite && <Badge>{t("View Only")}</Badge>}
              <AlsoHere id={note.id} editing={isTyped} />
            </>
          }
          description={<WhatItIsAbout note={note} />}
          actions={note.status === "SIGNED" && <PrintButton printing={printing} />}
        />
        {isForm ? <DraftNote note={note} again={again} onTyped={setTyped} /> : <ReadNote note={note} again={again} />}
      </div>
      <PrintedNote printed={printing.printed} />
    </>
  );
}

function WhatItIsAbout({ note: { client, session } }: { note: WholeNote }) {
  const { id: account, mayView } = useAccount();
  return (
    <>
      <TextLink to="/p/$account/notes" params={{ account }} search={{ client: client?.id, type: "ANY", status: "ANY" }}>
        <span translate="no">{client?.displayName}</span>
      </TextLink>
      {session && mayView("CLIENT_SESSIONS") && (
        <>
          {", "}
          <TextLink to="/p/$account/client-sessions/$session" params={{ account, session }}>
            {t("the client session")}
          </TextLink>
        </>
      )}
    </>
  );
}
