import { ListTree } from "lucide-react";
import { useMutation } from "urql";
import { SwitchAccountDocument } from "../../gen/documents/features/shell/Account";
import type { MasterFile } from "../../gen/types";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";
import { fileName, filePages } from "../masterfiles/files";

// Leads to a file in Codes Setup of an account; going to another account than the one that is open
// is noted in the activity log.
export function CodesLink({ account, file }: { account: string; file: MasterFile }) {
  const open = useAccount();
  const [, note] = useMutation(SwitchAccountDocument);
  const follow = () => account !== open.id && void note({ account, from: open.id });
  return (
    <LinkButton size="small" icon={ListTree} to={filePages[file]} params={{ account }} onClick={follow}>
      {fileName(file)}
    </LinkButton>
  );
}
