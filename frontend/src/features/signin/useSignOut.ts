import { SignOutDocument } from "../../gen/documents/features/signin/SignOut";
import { doorClient } from "../../graphql/doorClient";
import { useSave } from "../../graphql/useSave";
import { viewed } from "../../graphql/view";
import { tellTabs } from "../../live/tabs";
import { t } from "../../text";
import { toast } from "../../ui/toast";
import { leaveFor, mayLeave } from "../shell/useLeaving";

// Signing out loads the page anew, or the one that is named: nothing of what was seen stays in its memory.
export function useSignOut(next = "/sign-in") {
  const { save, isPending } = useSave(SignOutDocument);
  const signOut = async () => {
    if (!(await mayLeave())) return;
    // Nothing is changed in a view: the person signs out as themself.
    const done = viewed ? (await doorClient.mutation(SignOutDocument, {}).toPromise()).data : await save({});
    if (!done) return toast({ kind: "danger", text: t("You are still signed in: the server could not be reached. Try again.") });
    tellTabs({ kind: "signed-out" });
    leaveFor(next);
  };
  return { signOut: () => void signOut(), isPending };
}
