import type { Ref } from "react";

interface Props {
  host: Ref<HTMLDivElement>;
  className: string;
}

// The editor's own outline is in the shadow root; the box shows where the focus is.
export function EditorBox({ host, className }: Props) {
  return <div ref={host} className={`overflow-hidden rounded-md border border-line-strong focus-within:border-focus focus-within:ring-1 focus-within:ring-focus ${className}`} />;
}
