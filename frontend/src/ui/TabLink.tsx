import { createLink } from "@tanstack/react-router";
import { type ComponentPropsWithRef, useCallback, useEffect, useRef } from "react";

function TabAnchor({ className = "", ref, ...rest }: ComponentPropsWithRef<"a">) {
  const anchor = useRef<HTMLAnchorElement>(null);
  const isCurrent = rest["aria-current"] === "page";
  useEffect(() => {
    if (isCurrent) anchor.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [isCurrent]);
  const setBoth = useCallback(
    (node: HTMLAnchorElement | null) => {
      anchor.current = node;
      if (typeof ref === "function") ref(node);
      else if (ref) ref.current = node;
    },
    [ref],
  );
  return (
    <a
      {...rest}
      ref={setBoth}
      className={
        "hit -mb-px inline-flex items-center border-b-2 border-transparent px-2.5 py-2 whitespace-nowrap text-ink-muted -outline-offset-2 hover:text-ink " +
        `aria-[current=page]:border-accent-ink aria-[current=page]:font-medium aria-[current=page]:text-ink forced-colors:not-aria-[current=page]:border-[Canvas] ${className}`
      }
    />
  );
}

/** One of LinkTabs; the current one is scrolled into view, so that it is never off a phone's screen. */
export const TabLink = createLink(TabAnchor);
