import type { ValidationResult } from "react-aria-components/FieldError";
import { t } from "../text";

/** What is wrong with a field, in words that name it. */
export function validationMessage(label: string, { validationDetails: wrong, validationErrors }: ValidationResult): string {
  if (wrong.customError) return validationErrors.join(" ");
  if (wrong.valueMissing) return t("{label} is missing.", { label });
  if (wrong.typeMismatch) return t("{label} is not written as it should be.", { label });
  if (wrong.tooShort) return t("{label} is too short.", { label });
  if (wrong.tooLong) return t("{label} is too long.", { label });
  if (wrong.rangeUnderflow) return t("{label} is too low.", { label });
  if (wrong.rangeOverflow) return t("{label} is too high.", { label });
  return validationErrors.join(" ") || t("{label} is not written as it should be.", { label });
}
