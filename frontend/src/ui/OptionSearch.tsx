import { Search } from "lucide-react";
import { Input } from "react-aria-components/Input";
import { SearchField } from "react-aria-components/SearchField";
import { t } from "../text";
import { Spinner } from "./Spinner";

interface OptionSearchProps {
  label: string;
  isLoading?: boolean;
}

/** Where one types to filter the list below; React Aria's Autocomplete joins the two. */
export function OptionSearch({ label, isLoading }: OptionSearchProps) {
  return (
    <SearchField autoFocus aria-label={t("Filter {label}", { label })} className="flex items-center gap-2 border-b border-line px-3">
      {isLoading ? <Spinner /> : <Search aria-hidden size={16} className="shrink-0 text-ink-faint" />}
      <Input
        placeholder={t("Type to filter")}
        className="h-9 min-w-0 flex-1 bg-transparent outline-none phone:h-11 [&::-webkit-search-cancel-button]:hidden"
      />
    </SearchField>
  );
}
