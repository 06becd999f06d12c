import type { BalanceSign } from "../../../gen/types";
import { t } from "../../../text";
import type { Option } from "../../../ui/option";
import { labelOf, wordsOf } from "../words";

export const emptyPaymentType = { code: "", label: "", sign: "LOWERS" as BalanceSign, active: true };
export type PaymentTypeFields = typeof emptyPaymentType;

export const signOptions = (): Option<BalanceSign>[] => [
  { value: "LOWERS", label: t("Lowers it"), description: t("As a payment or a write-off does.") },
  { value: "RAISES", label: t("Raises it"), description: t("As a fee or a refund does.") },
];

export const paymentTypeWords = () =>
  wordsOf<PaymentTypeFields>(
    { code: t("Code"), label: t("Label"), sign: t("What it does to what is owed"), active: t("Active") },
    { sign: (sign) => labelOf(signOptions(), sign) },
  );
