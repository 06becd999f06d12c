import { t } from "../../text";
import type { Option } from "../../ui/option";
import type { EntryType } from "./asked";
import type { Settling } from "./useSettle";

// The types that do to what is owed what is about to be done.
export function fittingTypes(types: readonly EntryType[], { what }: Pick<Settling, "what">, amount: number | null): EntryType[] {
  const raises = what === "refund" || (what === "adjust" && (amount ?? 0) > 0);
  return types.filter(({ sign }) => (sign === "RAISES") === raises);
}

export const typeOptions = (types: readonly EntryType[]): Option<string>[] => [
  { value: "", label: t("None") },
  ...types.map(({ code, label }) => ({ value: code ?? "", label: label ?? "", isData: true })),
];
