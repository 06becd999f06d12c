import { useQuery } from "urql";
import { UsernamePrivilegesDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { problemsOf } from "../../../graphql/problem";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import { Skeleton } from "../../../ui/Skeleton";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import { ReviewDialog } from "./ReviewDialog";
import { type Reverting, revertOf } from "./revert";
import { useSavePrivileges } from "./useSavePrivileges";

interface Props {
  // A saved change, as its entry in the log tells it.
  saved: Record<string, unknown[]>;
  links: readonly string[];
  onClose: () => void;
}

// Puts back the levels of before a saved change, after the same review as any other; what somebody has set since
// is not overwritten, and then nothing is.
export function RevertDialog({ saved, links, onClose }: Props) {
  const { id, mayView } = useAccount();
  const variables = { account: id, withLog: mayView("ACTIVITY_LOG") };
  const [{ data, error, fetching }, again] = useQuery({ query: UsernamePrivilegesDocument, variables, requestPolicy: "cache-and-network" });
  const refetch = () => again({ requestPolicy: "network-only" });
  const { save, problems, isPending } = useSavePrivileges(refetch);
  const rows = data?.account?.usernames;
  const reverting = rows && !fetching ? revertOf(saved, links, rows) : undefined;
  if (reverting && (isPending || (reverting.since.length === 0 && reverting.changes.length > 0))) {
    const put = async (reason: string) => (await save(reverting.changes, reason || t("A saved change was reverted."))) && onClose();
    return <ReviewDialog changes={reverting.changes} problems={problems} isPending={isPending} onSave={(_, reason) => void put(reason)} onClose={onClose} cancel={t("Cancel")} />;
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Revert this change")} size="small" footer={<Button onPress={onClose}>{t("Close")}</Button>}>
      {error && !rows && <FormError error={problemsOf(error)[0]?.message} onRetry={refetch} isRetrying={fetching} />}
      {!error && !reverting && <Skeleton rows={3} height={28} />}
      {reverting && <WhyNot {...reverting} />}
    </Dialog>
  );
}

function WhyNot({ since }: Reverting) {
  if (since.length === 0) return <p>{t("The levels of before this change are back already.")}</p>;
  return (
    <>
      <p>{t("Somebody has changed these since. Nothing was reverted: set them in Username Privileges.")}</p>
      <ul className="mt-2 list-disc pl-5">
        {since.map(({ username, section }) => (
          <li key={`${username} ${section}`}>
            <span translate="no">{username}</span>: {sectionTitle(section)}
          </li>
        ))}
      </ul>
    </>
  );
}
