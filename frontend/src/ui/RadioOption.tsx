import { RadioButton, RadioField } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import type { Option } from "./option";

interface RadioOptionProps {
  option: Option<string>;
  look: "list" | "cards";
}

const card =
  "flex-1 rounded-lg border border-line bg-surface px-3 py-2.5 data-selected:border-accent data-selected:bg-accent-soft data-hovered:border-line-strong";

export function RadioOption({ option, look }: RadioOptionProps) {
  const Icon = option.icon;
  return (
    <RadioField value={option.value} isDisabled={option.isDisabled} className="flex flex-col">
      <RadioButton
        className={`hit group flex items-start gap-2 rounded-sm data-disabled:text-ink-faint ${look === "cards" ? card : "phone:py-2.5"}`}
      >
        <span
          aria-hidden
          className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:border-line group-data-disabled:bg-sunken"
        >
          <span className="size-1.5 rounded-full bg-transparent group-data-selected:bg-white forced-colors:group-data-selected:bg-[Highlight]" />
        </span>
        {Icon && <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-ink-muted" />}
        <span className={option.description && look === "cards" ? "font-medium" : ""}>{option.label}</span>
      </RadioButton>
      {option.description && (
        <Text slot="description" className={`text-sm text-ink-muted ${look === "cards" ? "mt-1 ml-9" : "ml-6"}`}>
          {option.description}
        </Text>
      )}
    </RadioField>
  );
}
