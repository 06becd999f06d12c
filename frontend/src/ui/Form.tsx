import { type FormEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { Form as AriaForm } from "react-aria-components/Form";

interface FormProps {
  onSubmit: (data: FormData) => void;
  /** What the server refused: field name to message. */
  errors?: Record<string, string | string[]>;
  children: ReactNode;
  className?: string;
  id?: string;
  "aria-label"?: string;
}

export function Form({ onSubmit, errors: given = {}, className = "flex flex-col gap-4", ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // An object that is new counts as a new refusal: it would come back at each key press, and the
  // form could never be sent again.
  const text = JSON.stringify(given);
  const errors = useMemo(() => JSON.parse(text) as typeof given, [text]);
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusFirstWrong(form.current);
  }, [errors]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return <AriaForm {...rest} ref={form} validationErrors={errors} onSubmit={submit} onInput={correct} className={className} />;
}

// React Aria takes a message away when its field is left. By then the mouse may be down on the
// button, which moves up where the message was, and the press is lost: so while one types.
function correct({ target }: FormEvent<HTMLFormElement>) {
  const isWrong = target instanceof HTMLElement && target.getAttribute("aria-invalid") === "true";
  if (isWrong) target.dispatchEvent(new Event("change", { bubbles: true }));
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] :is(input, button)");
  wrong?.focus();
}
