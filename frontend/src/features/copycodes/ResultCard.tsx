import { useEffect } from "react";
import type { MasterFile } from "../../gen/types";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { Heading } from "../../ui/Heading";
import { Spinner } from "../../ui/Spinner";
import { announce } from "../../ui/announce";
import { CopyDone } from "./CopyDone";
import type { Run, Target } from "./copying";
import type { CodesAccount } from "./offered";

interface Props {
  account: CodesAccount;
  source: string;
  files: readonly MasterFile[];
  target: Target;
  onRetry: () => void;
  onLook: () => void;
}

// How the copy to one account ended.
export function ResultCard({ target, ...ending }: Props) {
  const { account } = ending;
  return (
    <section aria-labelledby={`result-${account.id}`} className="rounded-lg border bg-surface">
      <header className="flex items-center gap-3 border-b px-5 py-3 phone:px-4">
        <AccountAvatar id={account.id} name={account.providerName} />
        <div className="min-w-0">
          <Heading level={2} id={`result-${account.id}`}>
            <span translate="no">{account.providerName}</span>
          </Heading>
          <p translate="no" className="text-sm text-ink-muted">{account.practiceName}</p>
        </div>
      </header>
      <div className="px-5 py-4 phone:px-4">
        <Ending run={target.run} {...ending} />
      </div>
    </section>
  );
}

function Ending({ run, account, source, files, onRetry, onLook }: Omit<Props, "target"> & { run: Run }) {
  useEffect(() => {
    if (run.status === "done") announce(t("Copied to {provider}: {created} created, {replaced} replaced.", { provider: account.providerName, ...run.result }));
  }, [run, account]);
  switch (run.status) {
    case "done":
      return <CopyDone account={account} source={source} files={files} result={run.result} tally={run.tally} />;
    case "copying":
      return <Spinner label={t("Copying…")} />;
    case "failed":
      return <FormError title={t("Nothing was copied to this account")} error={run.problems[0]?.message ?? t("Try again.")} onRetry={onRetry} />;
    case "stale":
      return (
        <Banner kind="warning" role="alert" title={run.message} actions={<Button onPress={onLook}>{t("Look again")}</Button>}>
          {null}
        </Banner>
      );
    case "none":
      return <p className="text-ink-muted">{t("Nothing was chosen for this account: it is as it was.")}</p>;
  }
}
