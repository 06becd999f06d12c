import type { Option } from "../../ui/option";

// The options with what is saved first, where it is no longer offered.
export const withSaved = (options: Option<string>[], key: string, name: string): Option<string>[] =>
  !key || options.some(({ value }) => value === key) ? options : [{ value: key, label: name, isData: true }, ...options];
