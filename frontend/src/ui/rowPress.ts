import type { MouseEvent } from "react";

const CONTROLS = "a, button, input, select, textarea, label, summary, [role=button], [role=menuitem]";

/**
 * A press somewhere in a row does what its RowLink does, as the mouse's short way; keys and screen
 * readers use the link itself. Not when a control was meant, nor when text is being selected.
 */
export function pressRow(event: MouseEvent<HTMLElement>, onAction?: () => void): void {
  if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(CONTROLS)) return;
  if (window.getSelection()?.toString()) return;
  if (onAction) return onAction();
  const link = event.currentTarget.querySelector<HTMLElement>("[data-row-action]");
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
