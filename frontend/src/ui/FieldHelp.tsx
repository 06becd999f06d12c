import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Text } from "react-aria-components/Text";
import { validationMessage } from "./validationMessage";

interface FieldHelpProps {
  label: string;
  description?: ReactNode;
  error?: string;
}

/** Description and error of a field; React Aria links both to the control. */
export function FieldHelp({ label, description, error }: FieldHelpProps) {
  return (
    <>
      {description && (
        <Text slot="description" className="text-sm text-ink-muted">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-sm font-medium text-danger-ink">
        {(validation) => (
          <>
            <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
            <span>{error ?? validationMessage(label, validation)}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
