import { Check, Minus } from "lucide-react";

/** The box of a checkbox; it follows the data attributes of the `group` around it. */
export function CheckMark() {
  return (
    <span
      aria-hidden
      className={
        "flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface text-on-accent transition-colors " +
        "group-data-selected:border-accent group-data-selected:bg-accent group-data-indeterminate:border-accent group-data-indeterminate:bg-accent " +
        "group-data-disabled:border-line group-data-disabled:bg-sunken group-data-disabled:text-ink-faint group-data-invalid:border-danger-ink " +
        "forced-colors:text-[CanvasText]"
      }
    >
      <Check size={14} strokeWidth={3} className="hidden group-data-selected:block group-data-indeterminate:hidden" />
      <Minus size={14} strokeWidth={3} className="hidden group-data-indeterminate:block" />
    </span>
  );
}
