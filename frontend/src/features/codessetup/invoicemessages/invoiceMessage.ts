import { t } from "../../../text";
import { wordsOf } from "../words";

export const emptyInvoiceMessage = { title: "", text: "", active: true };
export type InvoiceMessageFields = typeof emptyInvoiceMessage;

export const invoiceMessageWords = () => wordsOf<InvoiceMessageFields>({ title: t("Title"), text: t("Text"), active: t("Active") });
