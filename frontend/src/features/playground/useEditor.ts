import { EditorState, type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { editorLook } from "./editorLook";

// A text that takes the place of what is in the editor, once for each object. What is typed never
// comes back this way: it would undo what was typed since.
export interface Given {
  text: string;
}

interface Options {
  label: string;
  given: Given;
  onChange?: (text: string, cursor: number) => void;
  // Ctrl+Enter, on a Mac Cmd+Enter.
  onRun?: () => void;
  // Made once; what changes is given to the view.
  extensions: Extension;
}

// An editor in a shadow root: there CodeMirror's styles are constructed style sheets, where in the
// page they would be a <style> that the content security policy refuses.
export function useEditor({ label, given, onChange, onRun, extensions }: Options): { host: RefObject<HTMLDivElement | null>; view: EditorView | undefined } {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const changed = useEffectEvent((state: EditorState) => onChange?.(state.doc.toString(), state.selection.main.head));
  const runNow = useEffectEvent(() => {
    onRun?.();
    return onRun !== undefined;
  });
  const taken = useRef<Given>(undefined);
  const first = useEffectEvent(() => {
    taken.current = given;
    return given.text;
  });

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const state = EditorState.create({
      doc: first(),
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => runNow() }])),
        extensions,
        editorLook,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", translate: "no" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged || update.selectionSet) changed(update.state);
        }),
      ],
    });
    const made = new EditorView({ state, parent: root, root });
    setView(made);
    return () => made.destroy();
  }, [extensions, label]);

  useEffect(() => {
    if (!view || taken.current === given) return;
    taken.current = given;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: given.text } });
  }, [view, given]);

  return { host, view };
}
