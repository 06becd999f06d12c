import { useEffect, useEffectEvent } from "react";

// Ctrl+Z and Ctrl+Shift+Z, anywhere on the page but where text is typed or a dialog is open.
export function useUndoKeys({ undo, redo }: { undo: () => void; redo: () => void }): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    if (event.target instanceof Element && event.target.closest("input:not([type=radio]), textarea, [role=dialog], [role=alertdialog]")) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
