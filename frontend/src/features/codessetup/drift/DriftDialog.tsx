import { Copy } from "lucide-react";
import { useQuery } from "urql";
import { CodesDriftDocument } from "../../../gen/documents/features/codessetup/drift/Drift";
import type { MasterFile } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import { LinkButton } from "../../../ui/LinkButton";
import { Skeleton } from "../../../ui/Skeleton";
import { fileName } from "../../masterfiles/files";
import { useAccount } from "../../shell/viewer";
import { DriftTable } from "./DriftTable";

interface Props {
  file: MasterFile;
  source: { id: string; providerName: string };
  onClose: () => void;
}

// What became different since it was copied, and the way to copy it again.
export function DriftDialog({ file, source, onClose }: Props) {
  const { id: account } = useAccount();
  const [{ data, error, fetching }, ask] = useQuery({ query: CodesDriftDocument, variables: { account, from: source.id, files: [file] }, requestPolicy: "network-only" });
  const drift = fetching ? undefined : data?.codesDrift;
  const entries = drift?.entries ?? [];
  const copyAgain = { from: source.id, to: [account], files: [file], charges: file === "BILLING_CODES" || undefined };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={t("{file}: compared with {provider}", { file: fileName(file), provider: source.providerName })}
      description={t("Entries that were copied from there, as both accounts have them now. Both activity logs say that you looked.")}
      footer={
        <>
          <Button onPress={onClose}>{t("Close")}</Button>
          {entries.length > 0 && (
            <LinkButton variant="primary" icon={Copy} to="/p/$account/account-access/copy" params={{ account }} search={copyAgain}>
              {t("Copy again")}
            </LinkButton>
          )}
        </>
      }
    >
      <FormError error={problemsOf(error)[0]?.message} onRetry={ask} />
      {!drift && !error && <Skeleton rows={4} label={t("Comparing the entries")} />}
      {drift && entries.length === 0 && (
        <Banner kind="success">{plural(drift.compared, "The {count} entry that was copied from there is the same.", "All {count} entries that were copied from there are the same.")}</Banner>
      )}
      {drift && entries.length > 0 && <DriftTable entries={entries} compared={drift.compared} provider={source.providerName} />}
    </Dialog>
  );
}
