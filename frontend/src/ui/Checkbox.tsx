import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from "react-aria-components/Checkbox";
import { Text } from "react-aria-components/Text";
import { CheckMark } from "./CheckMark";
import { FieldHelp } from "./FieldHelp";
import { outsideError } from "./fieldProps";

type Passed =
  | "isSelected" | "defaultSelected" | "onChange" | "isIndeterminate" | "name" | "value" | "isRequired" | "isDisabled"
  | "isReadOnly" | "autoFocus" | "aria-label";

interface CheckboxProps extends Pick<CheckboxFieldProps, Passed> {
  children?: ReactNode;
  description?: ReactNode;
  error?: string;
  isData?: boolean;
  className?: string;
}

export function Checkbox({ children, description, error, isData, className = "", ...aria }: CheckboxProps) {
  const label = typeof children === "string" ? children : (aria["aria-label"] ?? "");
  return (
    <CheckboxField {...aria} {...outsideError(error)} translate={isData ? "no" : undefined} className={`flex flex-col ${className}`}>
      <CheckboxButton className="hit group inline-flex w-fit items-center gap-2 rounded-sm data-disabled:text-ink-faint">
        <CheckMark />
        {children}
      </CheckboxButton>
      {description && (
        <Text slot="description" className="ml-6.5 text-sm phone:-mt-2.5 text-ink-muted">
          {description}
        </Text>
      )}
      <FieldHelp label={label} error={error} />
    </CheckboxField>
  );
}
