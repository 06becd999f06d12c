/** What floats above the page. */
export const overlayClass =
  "animate-fade overflow-auto rounded-lg border border-line bg-raised text-ink shadow-overlay outline-none data-exiting:opacity-0";
