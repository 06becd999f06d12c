import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { t } from "../../../text";
import { Skeleton } from "../../../ui/Skeleton";
import { problemsOf } from "../../../graphql/problem";
import { FormError } from "../../../ui/FormError";
import { useIsPhone } from "../../../ui/useIsPhone";
import { useOpenItems } from "../../../ui/useOpenItems";
import { UnsavedDialog } from "../../shell/UnsavedDialog";
import { useTitle } from "../../shell/useTitle";
import { useAccount } from "../../shell/viewer";
import { type Filter, shownBy } from "./filter";
import { FilterBar } from "./FilterBar";
import { NoUsernameFound, OneUsername } from "./FewUsernames";
import { LaterAlsoHere, LaterCertificate, LaterDetails, LaterReview, fetchLater } from "./later";
import type { Certificate } from "./OffboardDialog";
import { PrivilegeCards } from "./PrivilegeCards";
import { PrivilegeGrid } from "./PrivilegeGrid";
import { noEdits } from "./rowEdits";
import type { CellKey, Row } from "./rows";
import { SaveBar } from "./SaveBar";
import { useDraft } from "./useDraft";
import { useFilter } from "./useFilter";
import { usePrivileges } from "./usePrivileges";
import { useReview } from "./useReview";
import { useSetLevels } from "./useSetLevels";
import { useUndoKeys } from "./useUndoKeys";

interface Props {
  // What the address says, and how to change that.
  search: Filter;
  onSearch: (search: Filter) => void;
}

// Username Privileges: who may do what in this account.
export function PrivilegesPage({ search, onSearch }: Props) {
  useTitle(t("Username Privileges"));
  const { id: account } = useAccount();
  const { rows, presets, fresh, error, isLoaded, isFetching, refetch } = usePrivileges();
  const { changes, edits, actions, mayUndo, mayRedo } = useDraft(rows);
  const { setLevels, status } = useSetLevels(actions.set);
  const review = useReview(changes, actions, refetch);
  const [open, toggle] = useOpenItems();
  const [filter, setFilter] = useFilter(search, onSearch);
  const [certificate, setCertificate] = useState<Certificate>();
  const isPhone = useIsPhone();
  const narrowed = useDeferredValue(filter);
  const shown = useMemo(() => shownBy(narrowed, rows), [narrowed, rows]);
  const page = useFocusAfter(review.saves);
  useUndoKeys(actions);
  useEffect(() => {
    if (isLoaded) fetchLater();
  }, [isLoaded]);

  const gone = (made?: Certificate) => {
    if (made) setCertificate(made);
    refetch();
  };
  const details = (row: Row) => (
    <Suspense fallback={<Skeleton rows={6} height={44} />}>
      <LaterDetails row={row} edits={edits.get(row.id) ?? noEdits} presets={presets} onWish={actions.set} onSet={setLevels} onDeleted={gone} />
    </Suspense>
  );
  const settle = (key: CellKey, choice: "mine" | "theirs") => actions.settle(new Map([[key, choice]]));

  if (!isLoaded && error) return <FormError error={problemsOf(error)[0]?.message} onRetry={refetch} isRetrying={isFetching} />;
  if (!isLoaded) return <Skeleton rows={9} height={49} />;
  const shared = { rows: shown, edits, open, onToggle: toggle, details };
  return (
    <>
      <Suspense>{certificate && <LaterCertificate certificate={certificate} onClose={() => setCertificate(undefined)} />}</Suspense>
      <div ref={page} tabIndex={-1} className={`flex flex-col gap-3 outline-none ${certificate ? "no-print" : ""}`}>
        {rows.length > 1 && (
          <FilterBar filter={filter} shown={shown.length} total={rows.length} onChange={setFilter}>
            <Suspense>
              <LaterAlsoHere id={account} page="ACCOUNT_ACCESS" editing={changes.length > 0} />
            </Suspense>
          </FilterBar>
        )}
        {isPhone ? <PrivilegeCards {...shared} /> : <PrivilegeGrid {...shared} fresh={fresh} onSet={setLevels} onSettle={settle} />}
        {rows.length > 1 && shown.length === 0 && <NoUsernameFound onShowAll={() => setFilter({})} />}
        {rows.length <= 1 && <OneUsername />}
        <SaveBar changes={changes} mayUndo={mayUndo} mayRedo={mayRedo} status={status} onUndo={actions.undo} onRedo={actions.redo} onDiscard={actions.discard} onReview={review.open} />
        <Suspense>{review.isOpen && <LaterReview changes={changes} problems={review.problems} isPending={review.isPending} onSave={review.save} onClose={review.close} />}</Suspense>
        <UnsavedDialog isDirty={changes.length > 0} save={review.ask} discard={actions.discard} />
      </div>
    </>
  );
}

// The button that opened the dialog goes when there is nothing left to save: the focus goes to
// where one was in the grid.
function useFocusAfter(saves: number) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saves === 0) return;
    (page.current?.querySelector<HTMLElement>('[role="grid"] [data-at][tabindex="0"]') ?? page.current)?.focus();
  }, [saves]);
  return page;
}
