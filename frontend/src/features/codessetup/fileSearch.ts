import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import * as v from "valibot";
import { useLater } from "../editing/useLater";
import type { FilePage } from "../masterfiles/files";

// What is not said in the address.
export const wholeFile = { search: "", activeOnly: false };

export const fileSearch = v.object({
  search: v.optional(v.fallback(v.string(), wholeFile.search), wholeFile.search),
  activeOnly: v.optional(v.fallback(v.boolean(), wholeFile.activeOnly), wholeFile.activeOnly),
});

export interface FileFilter {
  // As it is typed.
  text: string;
  setText: (text: string) => void;
  // As it is asked for, and as it stands in the address.
  search: string;
  activeOnly: boolean;
  setActiveOnly: (on: boolean) => void;
}

// What of a master file is shown. It stands in the address, so that it can be shared.
export function useFileFilter(from: FilePage): FileFilter {
  const { search, activeOnly } = useSearch({ from });
  const navigate = useNavigate({ from });
  const [text, setText] = useState(search);
  const wanted = useLater(text.trim());
  const say = useEffectEvent((now: string) => {
    if (now !== search) void navigate({ search: (before) => ({ ...before, search: now }), replace: true });
  });
  useEffect(() => say(wanted), [wanted]);
  return {
    text,
    setText,
    search,
    activeOnly,
    setActiveOnly: (on) => void navigate({ search: (before) => ({ ...before, activeOnly: on }), replace: true }),
  };
}
