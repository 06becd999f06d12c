import { t } from "../../text";
import { ComboBox } from "../../ui/ComboBox";
import { withSaved } from "./withSaved";

interface Props {
  offered: readonly { key: string | null; name: string | null; npi: string | null }[];
  saved: { key: string; name: string } | null;
  label: string;
  value: string;
  onChange: (key: string) => void;
  isLoading: boolean;
}

export function ReferringField({ offered, saved, label, value, onChange, isLoading }: Props) {
  const active = offered.map(({ key, name, npi }) => ({ value: key ?? "", label: name ?? "", description: npi ? t("NPI {npi}", { npi }) : undefined, isData: true }));
  return (
    <ComboBox
      label={label}
      name="referringProvider"
      options={withSaved(active, saved?.key ?? "", saved?.name ?? "")}
      value={value || null}
      onChange={(key) => onChange(key ?? "")}
      placeholder={t("Nobody")}
      isLoading={isLoading}
      isClearable
      emptyText={t("No active referring provider is called that. They are entered in Codes Setup.")}
    />
  );
}
