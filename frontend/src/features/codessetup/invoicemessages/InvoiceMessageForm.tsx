import { t } from "../../../text";
import { FormActive } from "../FormActive";
import { FormText } from "../FormText";
import type { FormProps } from "../fileScreen";
import type { InvoiceMessageFields } from "./invoiceMessage";

export function InvoiceMessageForm(form: FormProps<InvoiceMessageFields>) {
  return (
    <>
      <FormText form={form} name="title" isRequired autoFocus={form.isNew} description={t("To find it by. Invoices do not show it.")} />
      <FormText form={form} name="text" isRequired rows={5} maxLength={2000} description={t("What the invoice says.")} />
      <FormActive form={form} />
    </>
  );
}
