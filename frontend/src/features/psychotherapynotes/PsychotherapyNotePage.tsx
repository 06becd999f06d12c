import { useParams } from "@tanstack/react-router";
import { FileX } from "lucide-react";
import { useQuery } from "urql";
import { OpenPsychotherapyNoteDocument } from "../../gen/documents/features/psychotherapynotes/PsychotherapyNote";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { TextLink } from "../../ui/TextLink";
import { NoteText } from "../notes/NoteText";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { EditPsychotherapyNote } from "./EditPsychotherapyNote";
import { SharedBadge } from "./SharedBadge";
import { WhatSetsThemApart } from "./WhatSetsThemApart";
import type { WholePsychotherapyNote } from "./psychotherapyFields";

export function PsychotherapyNotePage() {
  const { id: account } = useAccount();
  const { psychotherapyNote: id } = useParams({ from: "/p/$account/psychotherapy-notes/$psychotherapyNote" });
  const [{ data, error }, again] = useQuery({ query: OpenPsychotherapyNoteDocument, variables: { account, id }, requestPolicy: "cache-and-network" });
  useTitle(t("Psychotherapy note"));

  const note = data?.account?.psychotherapyNote;
  if (note) return <OpenedNote key={note.id} note={note} />;
  const problems = problemsOf(error);
  if (problems.some(({ code }) => code === "NOT_FOUND") || (data && !error)) {
    return (
      <EmptyState isPage icon={FileX} title={t("There is no such note for you to see")} action={<LinkButton to="/p/$account/psychotherapy-notes" params={{ account }}>{t("Go to the psychotherapy notes")}</LinkButton>}>
        {t("A psychotherapy note is its author's alone until it is shared.")}
      </EmptyState>
    );
  }
  if (error) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={12} label={t("Loading the note")} />;
}

function OpenedNote({ note }: { note: WholePsychotherapyNote }) {
  const { id: account, mayEdit } = useAccount();
  const mayWrite = mayEdit("PSYCHOTHERAPY_NOTES");
  const title = t("Psychotherapy note of {day}", { day: note.noteDate ? formatDate(note.noteDate) : "" });
  const list = <TextLink to="/p/$account/psychotherapy-notes" params={{ account }}>{t("Psychotherapy Notes")}</TextLink>;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t("Psychotherapy Notes"), link: list }, { label: title }]}
        badge={
          <>
            <SharedBadge shared={note.shared} />
            {!mayWrite && <Badge>{t("View Only")}</Badge>}
          </>
        }
        description={<span translate="no">{note.client?.displayName}</span>}
      />
      <WhatSetsThemApart />
      {note.mine && mayWrite ? <EditPsychotherapyNote note={note} /> : <ReadPsychotherapyNote note={note} />}
    </>
  );
}

function ReadPsychotherapyNote({ note: { author, mine, body } }: { note: WholePsychotherapyNote }) {
  const whose = t("Written by {username}, who alone can change it.", { username: author ?? "" });
  return (
    <Card footer={!mine && <p translate="no" className="text-ink-muted">{whose}</p>}>
      <NoteText text={body} />
    </Card>
  );
}
