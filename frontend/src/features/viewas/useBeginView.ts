import { BeginViewDocument } from "../../gen/documents/features/viewas/ViewAs";
import { useSave } from "../../graphql/useSave";
import { keepView } from "../../graphql/view";
import { leaveFor, mayLeave } from "../shell/useLeaving";
import { useAccount } from "../shell/viewer";

// Shows the open account in this tab as one of its usernames sees it.
export function useBeginView() {
  const { id: account } = useAccount();
  const { save, isPending, problems, clear } = useSave(BeginViewDocument);
  const begin = async (link: string) => {
    if (!(await mayLeave()) || !(await save({ account, link }))) return;
    keepView(link);
    leaveFor(`/p/${account}`);
  };
  return { begin: (link: string) => void begin(link), isPending, problems, clear };
}
