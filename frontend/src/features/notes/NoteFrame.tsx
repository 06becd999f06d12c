import { FileX } from "lucide-react";
import type { ReactNode } from "react";
import { type RequestPolicy, useQuery } from "urql";
import { OpenNoteDocument } from "../../gen/documents/features/notes/Note";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useAccount } from "../shell/viewer";
import type { WholeNote } from "./noteFields";

export type ReadAgain = (options: { requestPolicy: RequestPolicy; background?: boolean }) => void;

interface Props {
  id: string;
  children: (note: WholeNote, again: ReadAgain) => ReactNode;
}

export function NoteFrame({ id, children }: Props) {
  const { id: account } = useAccount();
  const [{ data, error }, again] = useQuery({ query: OpenNoteDocument, variables: { account, id }, requestPolicy: "cache-and-network" });
  const note = data?.account?.sessionNote;
  if (note) return children(note, again);
  const problems = problemsOf(error);
  const isUnknown = problems.some(({ code }) => code === "NOT_FOUND") || (data && !error);
  if (isUnknown) {
    return (
      <EmptyState isPage icon={FileX} title={t("There is no such note in this account")} action={<LinkButton to="/p/$account/notes" params={{ account }}>{t("Go to the notes")}</LinkButton>}>
        {t("If the address came from somebody else, it may be of another account.")}
      </EmptyState>
    );
  }
  if (error) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={12} label={t("Loading the note")} />;
}
