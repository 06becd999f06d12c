import { CircleCheck } from "lucide-react";
import type { MasterFile } from "../../gen/types";
import { t } from "../../text";
import { Fact } from "../../ui/Fact";
import { Facts } from "../../ui/Facts";
import { CodesLink } from "./CodesLink";
import { Skipped } from "./Skipped";
import { UndoCopy } from "./UndoCopy";
import type { Tally } from "./choices";
import type { Result } from "./copying";
import type { CodesAccount } from "./offered";

interface Props {
  account: CodesAccount;
  source: string;
  files: readonly MasterFile[];
  result: Result;
  tally: Tally;
}

export function CopyDone({ account, source, files, result, tally }: Props) {
  const shown = Object.values(tally).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 font-medium">
        <CircleCheck aria-hidden size={18} className="text-success-ink" />
        {t("Copied from {source}", { source })}
      </p>
      <Facts>
        <Fact label={t("Created")}>{result.created}</Fact>
        <Fact label={t("Replaced")}>{result.replaced}</Fact>
        <Fact label={t("Skipped")}>
          <Skipped count={shown - result.created - result.replaced} tally={tally} />
        </Fact>
      </Facts>
      {result.created + result.replaced > 0 && <UndoCopy account={account.id} job={result.job} />}
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-ink-muted">{t("In Codes Setup:")}</span>
        {files.map((file) => (
          <CodesLink key={file} account={account.id} file={file} />
        ))}
      </div>
    </div>
  );
}
