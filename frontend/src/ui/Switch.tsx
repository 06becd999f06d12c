import type { ReactNode } from "react";
import { SwitchButton, SwitchField, type SwitchFieldProps } from "react-aria-components/Switch";
import { Text } from "react-aria-components/Text";

interface SwitchProps extends Pick<SwitchFieldProps, "isSelected" | "onChange" | "isDisabled" | "isReadOnly" | "name"> {
  children: ReactNode;
  description?: ReactNode;
}

export function Switch({ children, description, ...aria }: SwitchProps) {
  return (
    <SwitchField {...aria} className="flex flex-col">
      <SwitchButton className="hit group inline-flex w-fit items-center gap-2 rounded-sm data-disabled:text-ink-faint">
        <span
          aria-hidden
          className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-px transition-colors group-data-selected:border-accent group-data-selected:bg-accent"
        >
          <span className="size-4 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-white forced-colors:bg-[ButtonText] forced-colors:group-data-selected:bg-[Highlight]" />
        </span>
        {children}
      </SwitchButton>
      {description && (
        <Text slot="description" className="ml-11 text-sm phone:-mt-2.5 text-ink-muted">
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
