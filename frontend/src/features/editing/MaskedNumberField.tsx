import { useState } from "react";
import { t } from "../../text";
import { RadioGroup } from "../../ui/RadioGroup";
import { TextField } from "../../ui/TextField";
import { isMasked } from "./masked";

interface Props {
  label: string;
  name: string;
  // Masked; empty where there is none.
  saved: string;
  value: string;
  onChange: (value: string) => void;
}

type Choice = "keep" | "replace" | "remove";

// Nobody gets to see the number whole again. One that is there is left as it is, replaced or
// removed.
export function MaskedNumberField({ label, name, saved, value, onChange }: Props) {
  const [isReplacing, setReplacing] = useState(false);
  const field = (
    <TextField label={saved ? t("New number") : label} name={name} value={isMasked(value) ? "" : value} onChange={onChange} isRequired={saved !== ""} autoComplete="off" maxLength={40} className="desk:max-w-80" description={t("Only its last four characters are ever shown again.")} />
  );
  if (!saved) return field;

  const choice: Choice = isMasked(value) ? "keep" : isReplacing || value ? "replace" : "remove";
  const choose = (chosen: Choice) => {
    setReplacing(chosen === "replace");
    onChange(chosen === "keep" ? saved : "");
  };
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup<Choice>
        label={label}
        value={choice}
        onChange={choose}
        orientation="horizontal"
        options={[
          { value: "keep", label: t("Leave {number} as it is", { number: saved }) },
          { value: "replace", label: t("Replace it") },
          { value: "remove", label: t("Remove it") },
        ]}
      />
      {choice === "replace" && field}
    </div>
  );
}
