import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

function RowAnchor({ className = "", ...rest }: ComponentPropsWithRef<"a">) {
  return (
    <a
      {...rest}
      data-row-action=""
      className={`hit inline-flex items-center rounded-sm font-medium text-ink decoration-accent-line underline-offset-3 hover:text-accent-ink hover:underline ${className}`}
    />
  );
}

/** The link of a DataTable row: a press anywhere in the row follows it. */
export const RowLink = createLink(RowAnchor);
