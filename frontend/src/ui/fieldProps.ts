import type { ReactNode } from "react";

export interface FieldProps {
  label: string;
  labelHidden?: boolean;
  description?: ReactNode;
  /** Shown at once, before any other message. */
  error?: string;
  name?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
}

/**
 * What an `error` from outside means to React Aria. Not "native": there it would become the input's
 * own validity and stop the form from being sent again until the parent takes the message away.
 */
export function outsideError(error: string | undefined) {
  return error ? ({ isInvalid: true, validationBehavior: "aria" } as const) : {};
}
