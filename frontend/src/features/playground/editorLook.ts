import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The app's own colours reach into the shadow root as variables, and switch with the theme.
const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--color-surface)", color: "var(--color-ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { overflow: "auto", fontFamily: "var(--font-mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--color-ink)", padding: "8px 0" },
  ".cm-gutters": { backgroundColor: "var(--color-sunken)", color: "var(--color-ink-muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  ".cm-content ::selection, .cm-line::selection": { backgroundColor: "var(--color-accent-line)" },
  ".cm-matchingBracket": { backgroundColor: "var(--color-accent-soft)", outline: "1px solid var(--color-accent-line)" },
  ".cm-tooltip": { backgroundColor: "var(--color-raised)", color: "var(--color-ink)", border: "1px solid var(--color-line-strong)", borderRadius: "6px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--color-accent-soft)", color: "var(--color-ink)" },
  ".cm-completionDetail": { color: "var(--color-ink-muted)", fontStyle: "normal" },
  ".cm-tooltip.cm-completionInfo": { padding: "6px 10px", maxWidth: "320px" },
  ".cm-diagnostic": { padding: "5px 10px" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--color-sunken)", color: "var(--color-ink-muted)", border: "none" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.modifier], color: "var(--color-accent-ink)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.name)], color: "var(--color-view-ink)" },
  { tag: [tags.string], color: "var(--color-success-ink)" },
  { tag: [tags.number, tags.integer, tags.float, tags.bool, tags.null], color: "var(--color-warning-ink)" },
  { tag: [tags.attributeName], color: "var(--color-info-ink)" },
  { tag: [tags.propertyName, tags.atom], color: "var(--color-ink)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--color-ink-muted)", fontStyle: "italic" },
]);

export const editorLook: Extension = [look, syntaxHighlighting(colours)];
