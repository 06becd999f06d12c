import { ListTree } from "lucide-react";
import { useMutation } from "urql";
import { SwitchAccountDocument } from "../../gen/documents/features/shell/Account";
import type { MasterFile } from "../../gen/types";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";
import { fileName } from "./fields";

const pages = {
  DIAGNOSIS_CODES: "/p/$account/codes-setup/diagnosis-codes",
  BILLING_CODES: "/p/$account/codes-setup/billing-codes",
  PAYERS: "/p/$account/codes-setup/payers",
} as const satisfies Partial<Record<MasterFile, string>>;

const hasPage = (file: MasterFile): file is keyof typeof pages => file in pages;

// Leads to a file in Codes Setup of an account; going to another account than the one that is open
// is noted in the activity log.
export function CodesLink({ account, file }: { account: string; file: MasterFile }) {
  const open = useAccount();
  const [, note] = useMutation(SwitchAccountDocument);
  if (!hasPage(file)) return null;
  const follow = () => account !== open.id && void note({ account, from: open.id });
  return (
    <LinkButton size="small" icon={ListTree} to={pages[file]} params={{ account }} onClick={follow}>
      {fileName(file)}
    </LinkButton>
  );
}
