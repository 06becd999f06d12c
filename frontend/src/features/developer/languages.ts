import type { Option } from "../../ui/option";

export type Language = "shell" | "typescript" | "go";

// Names are the same in each tongue.
export const languages = (): Option<Language>[] => [
  { value: "shell", label: "curl" },
  { value: "typescript", label: "TypeScript" },
  { value: "go", label: "Go" },
];
