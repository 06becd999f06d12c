import type { PaymentMethodsQuery } from "../../gen/types";
import { t } from "../../text";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { MoneyField } from "../../ui/MoneyField";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { ClientPicker } from "../clientnames/ClientPicker";
import type { ClientNames } from "../clientnames/useClientNames";
import type { Edit } from "../editing/useEdit";
import { NoMethods } from "./NoMethods";
import { type PaymentFields, payers } from "./paymentFields";

interface Props {
  edit: Edit<PaymentFields>;
  names: ClientNames;
  methods: NonNullable<PaymentMethodsQuery["account"]>["paymentMethods"];
}

export function PaymentFormFields({ edit: { fields, set }, names, methods }: Props) {
  const choose = (client: string) => {
    set("client")(client);
    set("allocations")({});
  };
  return (
    <>
      {methods?.length === 0 && <NoMethods />}
      <ClientPicker name="client" names={names} value={fields.client} onChange={choose} isRequired autoFocus={!fields.client} />
      <FieldRow columns={3}>
        <MoneyField label={t("Amount")} name="amount" value={fields.amount} onChange={set("amount")} isRequired autoFocus={fields.client !== ""} />
        <DateField label={t("Received on")} name="receivedOn" value={fields.receivedOn} onChange={set("receivedOn")} isRequired />
        <Select
          label={t("Payment type")}
          name="method"
          options={(methods ?? []).map(({ code, label }) => ({ value: code ?? "", label: label ?? "", isData: true }))}
          value={fields.method || null}
          onChange={set("method")}
          isRequired
        />
      </FieldRow>
      <FieldRow columns={3}>
        <Select label={t("Paid by")} name="payer" options={payers()} value={fields.payer} onChange={set("payer")} />
        {fields.payer !== "CLIENT" && <TextField label={t("Name of the payer")} name="payerName" value={fields.payerName} onChange={set("payerName")} isRequired autoComplete="off" maxLength={100} />}
        <TextField label={t("Check number")} name="checkNumber" value={fields.checkNumber} onChange={set("checkNumber")} autoComplete="off" maxLength={30} isMono />
      </FieldRow>
      <TextField label={t("Remark")} name="remark" value={fields.remark} onChange={set("remark")} autoComplete="off" maxLength={500} />
    </>
  );
}
