/** The circle of a radio; it follows the data attributes of the `group` around it. */
export function RadioDot() {
  return (
    <span
      aria-hidden
      className={
        "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface " +
        "group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:border-line group-data-disabled:bg-sunken"
      }
    >
      <span className="size-1.5 rounded-full bg-transparent group-data-selected:bg-white forced-colors:group-data-selected:bg-[Highlight]" />
    </span>
  );
}
