import { t } from "../../text";
import { Chip } from "../../ui/Chip";
import { ChipRow } from "../../ui/ChipRow";
import { ComboBox } from "../../ui/ComboBox";
import { listOf, textOf } from "./sessionFields";

interface Coded {
  code: string | null;
  description: string | null;
}

interface Props {
  label: string;
  name: string;
  description: string;
  codes: readonly Coded[];
  // Codes as one text.
  value: string;
  onChange: (codes: string) => void;
}

const most = 4;

// Up to four codes in their order: one is added by its code or its name, and taken away by its chip.
export function CodesField({ label, name, description, codes, value, onChange }: Props) {
  const chosen = listOf(value);
  const options = codes
    .filter(({ code }) => code && !chosen.includes(code))
    .map(({ code, description: meaning }) => ({ value: code ?? "", label: `${code} ${meaning}`, isData: true }));
  const isFull = chosen.length >= most;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ComboBox
        label={label}
        name={name}
        description={description}
        options={options}
        value={null}
        onChange={(code) => code && onChange(textOf([...chosen, code]))}
        placeholder={isFull ? t("Four are chosen") : t("Add a code…")}
        isDisabled={isFull}
      />
      {chosen.length > 0 && (
        <ChipRow label={t("Chosen: {label}", { label })}>
          {chosen.map((code) => (
            <Chip key={code} removeLabel={t("Remove {what}", { what: code })} onRemove={() => onChange(textOf(chosen.filter((other) => other !== code)))}>
              <span translate="no">{code}</span>
            </Chip>
          ))}
        </ChipRow>
      )}
    </div>
  );
}
