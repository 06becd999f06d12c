export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

export interface ButtonLooks {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A square for an icon alone. */
  isIcon?: boolean;
}

const shape =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline " +
  "select-none transition-colors phone:min-h-11 print:hidden forced-colors:border-[ButtonText] " +
  "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-faint";

const looks: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover",
  secondary: "border-line-strong/55 bg-surface text-ink not-aria-disabled:hover:bg-sunken",
  quiet:
    "border-transparent bg-transparent text-ink-muted not-aria-disabled:hover:bg-sunken not-aria-disabled:hover:text-ink " +
    "aria-disabled:border-transparent aria-disabled:bg-transparent",
  danger: "border-transparent bg-danger text-white not-aria-disabled:hover:bg-danger-hover",
};

/** The looks of a button, for links that do a button's job. */
export function buttonClass({ variant = "secondary", size = "medium", isIcon = false }: ButtonLooks = {}): string {
  const height = size === "small" ? "min-h-7 text-sm" : "min-h-9 text-base";
  const width = isIcon ? `p-0 phone:min-w-11 ${size === "small" ? "w-7" : "w-9"}` : size === "small" ? "px-2" : "px-3";
  return `${shape} ${height} ${width} ${looks[variant]}`;
}
