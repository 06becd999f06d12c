import type { PracticeDataFragment } from "../../gen/types";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { DescriptionList } from "../../ui/DescriptionList";
import { type AddressName, addressFields, isEmptyAddress } from "./addresses";
import { type PracticeField, practiceLabels, practiceText, savedPractice } from "./practiceFields";

export function PracticeDetails({ account, why }: { account: PracticeDataFragment; why: string }) {
  const { fields } = savedPractice(account);
  const labels = practiceLabels();
  const data = (text: string) => <span translate="no" className="whitespace-pre-wrap">{text || "–"}</span>;
  const rows = (names: PracticeField[]) => names.map((name) => ({ label: labels[name], value: data(practiceText(name, fields)) }));
  const address = (name: AddressName, label: string, same: string) => ({
    label,
    value: isEmptyAddress(name, fields) ? same : data(addressFields(name).map((field) => fields[field]).filter(Boolean).join(", ")),
  });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{why}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t("Practice")}>
          <DescriptionList rows={rows(["practiceName", "practiceType", "email", "phone", "timeZone", "taxIdKind", "taxId"])} />
        </Card>
        <Card title={t("Provider")}>
          <DescriptionList rows={rows(["providerName", "credentials", "licenseNumber", "licenseState", "npi", "taxonomy"])} />
        </Card>
        <Card title={t("Addresses")}>
          <DescriptionList
            rows={[address("office", t("Office"), "–"), address("billing", t("Billing address"), t("The same as the office")), address("payTo", t("Pay-to address"), t("The same as the billing address"))]}
          />
        </Card>
        <Card title={t("Invoices")}>
          <DescriptionList rows={rows(["invoiceFooter"])} />
        </Card>
      </div>
    </div>
  );
}
