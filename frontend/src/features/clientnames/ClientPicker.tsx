import { t } from "../../text";
import { ComboBox } from "../../ui/ComboBox";
import type { FieldProps } from "../../ui/fieldProps";
import type { Option } from "../../ui/option";
import type { ClientName } from "./clientName";
import type { ClientNames } from "./useClientNames";

interface Props extends Omit<FieldProps, "label" | "isReadOnly"> {
  names: ClientNames;
  // The id of a client; empty: none is chosen yet.
  value: string;
  onChange: (id: string) => void;
  // Where no client need be chosen.
  onClear?: () => void;
}

// Chooses a client by any part of the name, or by the number.
export function ClientPicker({ names, value, onChange, onClear, ...field }: Props) {
  const chosen = names.nameOf(value);
  const others = names.found.filter(({ id }) => id !== value);
  const choose = (id: string | null) => {
    const name = names.found.find((found) => found.id === id);
    if (name) names.learn(name);
    if (id) onChange(id);
    else onClear?.();
  };
  return (
    <ComboBox
      {...field}
      label={t("Client")}
      options={[...(chosen ? [chosen] : []), ...others].map(option)}
      value={value || null}
      onChange={choose}
      isClearable={onClear !== undefined}
      placeholder={t("Choose a client…")}
      onOpenChange={names.open}
      onSearch={names.search}
      isLoading={names.isFetching}
      emptyText={names.problem ?? (names.isFetching ? t("Looking…") : t("No active client is called that."))}
    />
  );
}

const option = ({ id, number, displayName }: ClientName): Option<string> => ({
  value: id,
  label: displayName,
  description: t("Client {number}", { number }),
  isData: true,
});
