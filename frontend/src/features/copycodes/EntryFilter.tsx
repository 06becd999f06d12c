import type { CopyState } from "../../gen/types";
import { t } from "../../text";
import { RadioGroup } from "../../ui/RadioGroup";
import { SearchField } from "../../ui/SearchField";
import { Select } from "../../ui/Select";
import { useIsPhone } from "../../ui/useIsPhone";
import type { Entry } from "./choices";
import { counts } from "./rows";
import type { CopySearch } from "./search";

interface Props {
  entries: readonly Entry[];
  show?: CopyState;
  find: string;
  onFilter: (filter: Pick<CopySearch, "show" | "find">) => void;
}

export function EntryFilter({ entries, show, find, onFilter }: Props) {
  const isPhone = useIsPhone();
  const { NEW, CONFLICT, IDENTICAL } = counts(entries);
  const options = [
    { value: "ALL", label: t("All ({count})", { count: entries.length }) },
    { value: "NEW", label: t("New ({count})", { count: NEW }) },
    { value: "CONFLICT", label: t("Conflict ({count})", { count: CONFLICT }) },
    { value: "IDENTICAL", label: t("Identical ({count})", { count: IDENTICAL }) },
  ] as const;
  const choice = {
    label: t("Show"),
    labelHidden: true,
    options,
    value: (show ?? "ALL") as CopyState | "ALL",
    onChange: (value: CopyState | "ALL") => onFilter({ find: find || undefined, show: value === "ALL" ? undefined : value }),
  };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3">
      {isPhone ? <Select {...choice} className="w-full" /> : <RadioGroup {...choice} orientation="horizontal" />}
      <SearchField
        label={t("Find by code, name or description")}
        placeholder={t("Code, name or description")}
        value={find}
        onChange={(text) => onFilter({ show, find: text || undefined })}
        className="ml-auto w-72 phone:ml-0 phone:w-full"
      />
    </div>
  );
}
