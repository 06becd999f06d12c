import { RadioButton, RadioField } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import type { Option } from "./option";
import { RadioDot } from "./RadioDot";

interface RadioOptionProps {
  option: Option<string>;
  look: "list" | "cards";
}

const card =
  "relative rounded-lg border border-line bg-surface px-3 py-2.5 hover:border-line-strong data-selected:border-accent data-selected:bg-accent-soft";
/** The whole card is the target, the description too. */
const cover = "after:absolute after:inset-0 after:rounded-lg after:content-['']";

export function RadioOption({ option, look }: RadioOptionProps) {
  const Icon = option.icon;
  const isCard = look === "cards";
  return (
    <RadioField value={option.value} isDisabled={option.isDisabled} className={`flex flex-col ${isCard ? card : ""}`}>
      <RadioButton
        className={`group flex items-start gap-2 rounded-sm py-0.5 data-disabled:text-ink-faint ${isCard ? `font-medium phone:min-h-11 phone:py-2.5 ${cover}` : "phone:py-3"}`}
      >
        <RadioDot />
        {Icon && <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-muted" />}
        {option.isData ? <span translate="no">{option.label}</span> : option.label}
      </RadioButton>
      {option.description && (
        <Text slot="description" className="ml-6 text-sm text-ink-muted">
          {option.description}
        </Text>
      )}
    </RadioField>
  );
}
