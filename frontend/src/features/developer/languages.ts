import type { Option } from "../../ui/option";

export type Language = "shell" | "typescript" | "go";

// Names are the same in each tongue.
export const languages = (): Option<Language>[] => [
  { value: "shell", label: "curl", isData: true },
  { value: "typescript", label: "TypeScript", isData: true },
  { value: "go", label: "Go", isData: true },
];
