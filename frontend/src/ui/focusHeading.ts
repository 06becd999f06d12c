// A heading that is a place to read on, and no stop of the Tab key.
export function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// A heading that comes late takes over from the page, where that was focused to read on.
export function takeFocusFromPage(heading: HTMLElement | null): void {
  if (heading && document.activeElement?.id === "content") focusHeading(heading);
}
