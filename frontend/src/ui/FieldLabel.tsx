import { Label } from "react-aria-components/Label";

interface FieldLabelProps {
  label: string;
  isHidden?: boolean;
  isRequired?: boolean;
}

export function FieldLabel({ label, isHidden, isRequired }: FieldLabelProps) {
  const looks = isHidden ? "sr-only" : "text-sm font-medium text-ink";
  return <Label className={`${looks} ${isRequired ? "label-required" : ""}`}>{label}</Label>;
}
