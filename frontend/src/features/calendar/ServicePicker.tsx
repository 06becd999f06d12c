import { plural, t } from "../../text";
import { ComboBox } from "../../ui/ComboBox";
import type { Option } from "../../ui/option";
import type { Service, Services } from "./useServices";

interface Props {
  services: Services;
  value: string;
  onChange: (service: Service | undefined) => void;
}

export function ServicePicker({ services: { all, isLoading }, value, onChange }: Props) {
  const options = all.map((service): Option<string> => ({ value: service.id, label: service.name ?? "", description: factsOf(service), isData: true }));
  return (
    <ComboBox
      label={t("Service code")}
      name="service"
      options={options}
      value={value || null}
      onChange={(id) => onChange(all.find((one) => one.id === id))}
      placeholder={t("None")}
      emptyText={all.length === 0 && !isLoading ? t("No service codes are set up yet.") : undefined}
      isLoading={isLoading}
      isClearable
    />
  );
}

const factsOf = ({ minutes, billable, billingCode }: Service): string =>
  [minutes !== null && plural(minutes, "{count} minute", "{count} minutes"), billable ? billingCode : t("Not billed")].filter(Boolean).join(" · ");
