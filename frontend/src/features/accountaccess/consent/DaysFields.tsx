import { t } from "../../../text";
import { DateField } from "../../../ui/DateField";

// The first and the last day of a link; nothing is no limit.
export interface Days {
  first: string;
  last: string;
}

interface Props {
  days: Days;
  onChange: (days: Days) => void;
  errors: Record<string, string>;
}

export function DaysFields({ days, onChange, errors }: Props) {
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <DateField label={t("First day")} name="validFrom" value={days.first} onChange={(first) => onChange({ ...days, first })} error={errors.validFrom} description={t("Left empty: at once.")} />
      <DateField label={t("Last day")} name="validUntil" value={days.last} onChange={(last) => onChange({ ...days, last })} error={errors.validUntil} description={t("Left empty: without an end.")} />
    </div>
  );
}
