import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import { linkClass } from "./linkClass";

function TextAnchor({ className = "", ...rest }: ComponentPropsWithRef<"a">) {
  return <a {...rest} className={`${linkClass} ${className}`} />;
}

/** A router link within text. */
export const TextLink = createLink(TextAnchor);
