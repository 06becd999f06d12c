import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { t } from "../text";

interface SearchFieldProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  onChange: (text: string) => void;
  onSubmit?: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, labelHidden = true, placeholder, className = "", inputRef, ...aria }: SearchFieldProps) {
  return (
    <AriaSearchField {...aria} className={`group flex min-w-0 flex-col gap-1 ${className}`}>
      <Label className={labelHidden ? "sr-only" : "text-sm font-medium"}>{label}</Label>
      <div className="control flex items-center">
        <Search aria-hidden size={16} className="ml-2.5 shrink-0 text-ink-faint" />
        <Input
          ref={inputRef}
          placeholder={placeholder ?? label}
          className="min-w-0 flex-1 self-stretch bg-transparent px-2 py-1.5 outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Button
          aria-label={t("Clear search")}
          className="hit mr-1 inline-flex items-center justify-center rounded-sm text-ink-muted group-data-empty:invisible data-hovered:text-ink"
        >
          <X aria-hidden size={14} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
