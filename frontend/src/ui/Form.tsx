import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Form as AriaForm } from "react-aria-components/Form";
import { type FieldErrors, useRefusal } from "./useRefusal";

interface FormProps {
  onSubmit: (data: FormData) => void;
  /** What the server refused: field name to message. */
  errors?: FieldErrors;
  children: ReactNode;
  className?: string;
  id?: string;
  "aria-label"?: string;
}

export function Form({ onSubmit, errors: given = {}, className = "flex flex-col gap-4", ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { errors, sent } = useRefusal(given);
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusFirstWrong(form.current);
  }, [errors]);
  useEffect(() => {
    const element = form.current;
    element?.addEventListener("input", correct);
    return () => element?.removeEventListener("input", correct);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    sent();
    onSubmit(new FormData(event.currentTarget));
  };
  return <AriaForm {...rest} ref={form} validationErrors={errors} onSubmit={submit} className={className} />;
}

// React Aria takes a message away when its field is left. By then the mouse may be down on the
// button, which moves up where the message was, and the press is lost: so while one types.
function correct({ target }: Event) {
  const isWrong = target instanceof HTMLElement && target.getAttribute("aria-invalid") === "true";
  if (isWrong) target.dispatchEvent(new Event("change", { bubbles: true }));
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] :is(input, button)");
  wrong?.focus();
}
