import { plural, t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { FormError } from "../../ui/FormError";
import { Skeleton } from "../../ui/Skeleton";
import { EntryList } from "./EntryList";
import type { Choices } from "./choices";
import type { Target } from "./copying";
import type { CodesAccount } from "./offered";
import type { CopySearch } from "./search";

interface Props {
  account: CodesAccount;
  source: CodesAccount;
  target: Target;
  // While a copy is under way, to this account or another, nothing can be chosen.
  isLocked: boolean;
  search: CopySearch;
  onLook: () => void;
  onChoose: (choices: Choices) => void;
  onFilter: (filter: Pick<CopySearch, "show" | "find">) => void;
}

// The entries of the chosen files, as they stand against one account.
export function TargetEntries(props: Props) {
  const { account, source, target } = props;
  return (
    <Card
      isFlush
      title={t("From {from} to {to}", { from: source.providerName, to: account.providerName })}
      description={t("Choose the entries. New ones are ticked; nothing of theirs is replaced unless you say so.")}
    >
      <Body {...props} changed={target.run.status === "stale" ? target.run.keys : []} />
    </Card>
  );
}

function Body({ account, source, target, search, isLocked, changed, onLook, onChoose, onFilter }: Props & { changed: readonly string[] }) {
  const { preview, run } = target;
  if (run.status === "done") {
    return (
      <div className="p-4">
        <Banner kind="success">{t("Copied: {created} created, {replaced} replaced. This account is not copied to again.", run.result)}</Banner>
      </div>
    );
  }
  if (preview.status === "failed") {
    return (
      <div className="p-4">
        <FormError title={t("The entries could not be compared")} error={preview.problems[0]?.message ?? t("Try again.")} onRetry={onLook} />
      </div>
    );
  }
  if (preview.status !== "ready") return <div className="p-4"><Skeleton rows={8} label={t("Comparing the entries")} /></div>;
  if (preview.entries.length === 0) {
    return <EmptyState isCompact title={t("There is nothing in these files")}>{t("{provider} has no entries in the files you chose. System codes are in every account and are never copied.", { provider: source.providerName })}</EmptyState>;
  }
  return (
    <>
      {run.status === "stale" && (
        <div className="px-4 pt-4">
          <Banner kind="warning" role="alert" title={run.message}>
            {run.keys.length > 0
              ? plural(run.keys.length, "This is what there is now. {count} entry that has changed is marked.", "This is what there is now. {count} entries that have changed are marked.")
              : t("This is what there is now.")}
          </Banner>
        </div>
      )}
      {run.status === "failed" && (
        <div className="px-4 pt-4">
          <FormError title={t("Nothing was copied to this account")} error={run.problems[0]?.message ?? t("Try again.")} />
        </div>
      )}
      <EntryList
        entries={preview.entries}
        choices={target.choices}
        changed={changed}
        names={{ from: source.providerName, to: account.providerName }}
        isLocked={isLocked}
        search={search}
        onChoose={onChoose}
        onFilter={onFilter}
      />
    </>
  );
}
