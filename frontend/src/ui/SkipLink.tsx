import type { MouseEvent } from "react";
import { t } from "../text";

interface SkipLinkProps {
  /** The id of the main part. */
  target: string;
}

/** First in the page: past the menu, to the content. */
export function SkipLink({ target }: SkipLinkProps) {
  // Not by the address: the router would take a hash for a navigation.
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    const main = document.getElementById(target);
    main?.setAttribute("tabindex", "-1");
    main?.focus();
  };
  return (
    <a
      href={`#${target}`}
      onClick={skip}
      className="no-print sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t("Skip to content")}
    </a>
  );
}
