import { Archive, SearchX, UserRoundPlus, Users } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import type { StatusFilter } from "./clientStatus";
import { SimilarClients } from "./SimilarClients";

export interface NoClientsProps {
  // Empty: nothing is searched for.
  search: string;
  status: StatusFilter;
  onClear: () => void;
  onAll: () => void;
  onAdd: () => void;
  whyNotAdd: string | undefined;
}

// What to do where the list is empty.
export function NoClients({ search, status, onClear, onAll, onAdd, whyNotAdd }: NoClientsProps) {
  if (search) {
    return (
      <>
        <EmptyState icon={SearchX} title={t("No client is found by that")} action={<Button onPress={onClear}>{t("Clear search")}</Button>}>
          {status !== "ALL" && t("Only one status is searched. Choose All to look through the others too.")}
        </EmptyState>
        <SimilarClients search={search} status={status} />
      </>
    );
  }
  const add = (
    <Button icon={UserRoundPlus} whyDisabled={whyNotAdd} onPress={onAdd}>
      {t("Add client")}
    </Button>
  );
  if (status === "ALL") {
    return (
      <EmptyState icon={Users} title={t("There are no clients yet")} action={add}>
        {t("Add the first one: a first and a last name are enough to begin with.")}
      </EmptyState>
    );
  }
  const all = <Button onPress={onAll}>{t("Show all clients")}</Button>;
  if (status === "ARCHIVED") {
    return (
      <EmptyState icon={Archive} title={t("Nobody is in the archive")} action={all}>
        {t("A client who is archived stays whole, and can be taken back at any time.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Users} title={t("There are no active clients")} action={<>{add}{all}</>}>
      {t("Add one: a first and a last name are enough to begin with. Archived clients are under All.")}
    </EmptyState>
  );
}
