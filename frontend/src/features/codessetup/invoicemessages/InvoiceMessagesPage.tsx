import { AddInvoiceMessageDocument, EditInvoiceMessageDocument, InvoiceMessagesDocument } from "../../../gen/documents/features/codessetup/invoicemessages/InvoiceMessages";
import type { InvoiceMessageEntryFragment, InvoiceMessageInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { InvoiceMessageForm } from "./InvoiceMessageForm";
import { type InvoiceMessageFields, emptyInvoiceMessage, invoiceMessageWords } from "./invoiceMessage";

const screen: FileScreen<InvoiceMessageEntryFragment, InvoiceMessageFields, InvoiceMessageInput> = {
  file: "INVOICE_MESSAGES",
  texts: () => ({
    title: t("Invoice Messages"),
    add: t("Add invoice message"),
    empty: t("This account has no invoice messages yet"),
    searchFor: t("Search titles and texts"),
    noun: t("invoice messages"),
  }),
  list: asked(InvoiceMessagesDocument, ({ account }) => account?.invoiceMessages),
  add: asked(AddInvoiceMessageDocument, ({ addInvoiceMessage }) => addInvoiceMessage?.invoiceMessage),
  edit: asked(EditInvoiceMessageDocument, ({ editInvoiceMessage }) => editInvoiceMessage?.invoiceMessage),
  empty: emptyInvoiceMessage,
  input: (fields) => fields,
  words: invoiceMessageWords,
  nameOf: ({ title }) => title,
  columns: () => [
    { id: "title", header: t("Title"), cell: ({ title, provenance }) => <DescriptionCell text={title} provenance={provenance} />, isRowHeader: true },
    { id: "text", header: t("Text"), cell: ({ text }) => <span translate="no" className="line-clamp-2">{text}</span> },
  ],
  Form: InvoiceMessageForm,
};

export const InvoiceMessagesPage = () => <FilePage screen={screen} />;
