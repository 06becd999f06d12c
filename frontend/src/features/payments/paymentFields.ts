import type { PayerType, PaymentInput } from "../../gen/types";
import { t } from "../../text";
import { formatDate, formatMoney } from "../../text/format";
import type { Option } from "../../ui/option";
import type { Saved } from "../editing/draft";
import type { Words } from "../editing/words";
import { type Allocations, allocated, allocationInput } from "./allocations";

const nothing = {
  client: "",
  payer: "CLIENT" as PayerType,
  payerName: "",
  method: "",
  checkNumber: "",
  amount: null as number | null,
  receivedOn: "",
  remark: "",
  allocations: {} as Allocations,
};
export type PaymentFields = typeof nothing;

export const newPayment = (client: string, receivedOn: string): Saved<PaymentFields> => ({ version: 0, fields: { ...nothing, client, receivedOn } });

export const paymentInput = (key: string, { allocations, amount, receivedOn, ...fields }: PaymentFields): PaymentInput => ({
  ...fields,
  key,
  amount: amount ?? 0,
  receivedOn: receivedOn || "0001-01-01",
  allocations: allocationInput(allocations),
  oldestFirst: false,
});

export const payers = (): Option<PayerType>[] => [
  { value: "CLIENT", label: t("Client") },
  { value: "INSURANCE", label: t("Insurance") },
  { value: "OTHER", label: t("Somebody else") },
];

export const paymentWords = (nameOf: (id: string) => string | undefined): Words<PaymentFields> => ({
  labels: {
    client: t("Client"), payer: t("Paid by"), payerName: t("Name of the payer"), method: t("Payment type"), checkNumber: t("Check number"),
    amount: t("Amount"), receivedOn: t("Received on"), remark: t("Remark"), allocations: t("What it pays"),
  },
  show: (field, fields) => {
    switch (field) {
      case "client":
        return nameOf(fields.client) ?? null;
      case "amount":
        return fields.amount === null ? null : formatMoney(fields.amount);
      case "receivedOn":
        return fields.receivedOn ? formatDate(fields.receivedOn) : null;
      case "allocations":
        return formatMoney(allocated(fields.allocations));
      default:
        return fields[field] || null;
    }
  },
});
