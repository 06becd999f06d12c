import { useState } from "react";
import type { RecentCopiesQuery } from "../../gen/types";
import { t } from "../../text";
import { formatDay, formatMoment } from "../../text/format";
import { useAccount, useViewer } from "../shell/viewer";
import { UndoCopy } from "./UndoCopy";
import { type Undone, UndoneBanner } from "./UndoneBanner";

type Copy = NonNullable<NonNullable<RecentCopiesQuery["account"]>["recentCopies"]>[number];

// Who copied how much from where, and the way back. An account that the viewer may not enter has no name.
export function RecentCopy({ copy }: { copy: Copy }) {
  const { id: account, timeZone } = useAccount();
  const { accounts } = useViewer();
  const [undone, setUndone] = useState<Undone>();
  const from = accounts.find(({ id }) => id === copy.from)?.providerName ?? t("another account");
  const when = formatMoment(copy.at, timeZone);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">
          {t("{by} copied from {from}", { by: copy.by, from })}
        </p>
        <p className="text-sm text-ink-muted">
          {when} · {t("{created} created, {replaced} replaced, {skipped} skipped", copy)}
        </p>
        {copy.undoneAt && !undone && <p className="text-sm text-ink-muted">{t("Undone {when}", { when: formatMoment(copy.undoneAt, timeZone) })}</p>}
      </div>
      {undone && <UndoneBanner undone={undone} />}
      {copy.undoableUntil && !undone && (
        <UndoCopy account={account} job={copy.id} of={`${copy.by}, ${when}`} until={t("Until {day}", { day: formatDay(copy.undoableUntil, timeZone) })} onUndone={setUndone} />
      )}
    </li>
  );
}
