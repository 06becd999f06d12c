import { useEffect } from "react";
import { lastUsername } from "../features/signin/lastUsername";
import { isUnsaved, leaveFor } from "../features/shell/useLeaving";
import { viewed } from "../graphql/view";
import { signInAgain, signedInAgain } from "../graphql/signInAgain";
import { follow } from "./follow";
import { type Word, onWord } from "./tabs";

type Again = (options: { requestPolicy: "network-only"; background?: boolean }) => void;

// Keeps what the viewer may do as it is on the server: a changed privilege, a joined or a lost
// account and an ended sign-in are shown at once, in every tab.
export function useLiveViewer(again: Again): void {
  useEffect(() => follow(), []);
  useEffect(() => onWord((word) => hear(word, again)), [again]);
}

function hear(word: Word, again: Again): void {
  switch (word.kind) {
    case "change":
      if (isMine(word.change)) again({ requestPolicy: "network-only", background: true });
      return;
    case "sign-in-ended":
      void signInAgain();
      return;
    case "signed-out":
      if (isUnsaved()) void signInAgain();
      else leaveFor("/sign-in");
      return;
    case "signed-in":
      // As somebody else, in another tab: nothing that is shown here is theirs.
      if (word.username !== lastUsername()) return leaveFor("/");
      signedInAgain();
      return again({ requestPolicy: "network-only" });
  }
}

// What is in the frame: what the viewer may do, or whoever is looked as, and the names of the accounts.
const isMine = ({ kind, section }: { kind: string; section: string | null }): boolean =>
  kind === "MY_ACCESS" || kind === "EVERYTHING" || section === "PRACTICE_SETUP" || (viewed !== "" && section === "ACCOUNT_ACCESS");
