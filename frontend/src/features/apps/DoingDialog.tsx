import type { AppLineFragment } from "../../gen/types";
import type { Made } from "../apitokens/MadeCard";
import type { Doing } from "./AppItem";
import { ChangeDialog } from "./ChangeDialog";
import { DeleteDialog, RenewDialog, ShutOutDialog } from "./ConfirmDialogs";
import { DocumentsDialog } from "./DocumentsDialog";
import { LevelsDialog } from "./LevelsDialog";

interface Props {
  app: AppLineFragment;
  what: Doing;
  onClose: () => void;
  // With the secret of a new one.
  onDone: (made?: Made) => void;
}

// What is done with one app.
export function DoingDialog({ app, what, onClose, onDone }: Props) {
  const done = () => onDone();
  switch (what) {
    case "change":
      return <ChangeDialog app={app} onClose={onClose} onChanged={done} />;
    case "documents":
      return <DocumentsDialog app={app} onClose={onClose} onChanged={done} />;
    case "levels":
      return <LevelsDialog app={app} onClose={onClose} onChanged={done} />;
    case "renew":
      return <RenewDialog app={app} onClose={onClose} onRenewed={onDone} />;
    case "delete":
      return <DeleteDialog app={app} onClose={onClose} onDone={done} />;
    case "shut":
      return <ShutOutDialog app={app} onClose={onClose} onDone={done} />;
  }
}
