import { Lock } from "lucide-react";
import { useState } from "react";
import { BillingCodesDocument, EditBillingCodeDocument } from "../../gen/documents/features/codessetup/BillingCodes";
import type { BillingEntryFragment } from "../../gen/types";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { formatMoney } from "../../text/format";
import { toast } from "../../ui/toast";
import type { Column } from "../../ui/column";
import { useQuickSave } from "../editing/useQuickSave";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ActiveButton } from "./ActiveButton";
import { BillingCodeDialog } from "./BillingCodeDialog";
import { DescriptionCell } from "./DescriptionCell";
import { type FileTexts, MasterFile } from "./MasterFile";
import { StateBadge, whySystem } from "./StateBadge";
import { billToOptions, billingInput, savedBillingCode } from "./billingCode";
import { useFileFilter } from "./fileSearch";

type Row = BillingEntryFragment;

export function BillingCodesPage() {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const filter = useFileFilter("/p/$account/codes-setup/billing-codes");
  const pages = usePages(BillingCodesDocument, { account, search: filter.search, activeOnly: filter.activeOnly }, (data) => data.account?.billingCodes);
  const [opened, open] = useState<Row | "new" | null>(null);
  const quickSave = useQuickSave(EditBillingCodeDocument);
  useLive("CODES_SETUP", pages.refresh);
  useTitle(t("Billing Codes"));

  const setActive = async (row: Row, active: boolean) => {
    const { version, fields } = savedBillingCode(row);
    const data = await quickSave({ account, id: row.id, version, input: billingInput({ ...fields, active }) });
    const saved = data?.editBillingCode?.billingCode;
    pages.refresh();
    if (!saved) return;
    const code = row.code ?? "";
    toast({ text: active ? t("{code} is active again.", { code }) : t("{code} is no longer offered.", { code }), action: { label: t("Undo"), onPress: () => void setActive(saved, !active) } });
  };

  const columns: Column<Row>[] = [
    { id: "code", header: t("Code"), cell: (row) => <Code row={row} />, width: "8rem", isRowHeader: true },
    { id: "description", header: t("Description"), cell: ({ description, provenance }) => <DescriptionCell text={description} provenance={provenance} /> },
    { id: "charge", header: t("Charge"), cell: ({ defaultCharge }) => formatMoney(defaultCharge ?? 0), align: "right", width: "7rem" },
    { id: "minutes", header: t("Minutes"), cell: ({ defaultMinutes }) => defaultMinutes ?? "–", align: "right", width: "5rem" },
    { id: "units", header: t("Units"), cell: ({ units }) => units, align: "right", width: "4rem", hideOnPhone: true },
    { id: "billTo", header: t("Who is billed"), cell: ({ billTo }) => billToOptions().find(({ value }) => value === billTo)?.label, width: "8rem", hideOnPhone: true },
    { id: "state", header: t("State"), cell: ({ active, system }) => <StateBadge active={active} system={system} />, width: "8rem" },
    {
      id: "actions",
      header: t("Actions"),
      isActions: true,
      cell: (row) => <ActiveButton name={row.code ?? ""} isActive={row.active === true} whyNot={row.system ? whySystem() : whyNot} onChange={(active) => void setActive(row, active)} />,
    },
  ];
  return (
    <>
      <MasterFile texts={texts()} filter={filter} pages={pages} rows={pages.rows} columns={columns} onOpen={open} onAdd={() => open("new")} />
      {opened && <BillingCodeDialog row={opened === "new" ? null : opened} onSaved={pages.refresh} onClose={() => open(null)} />}
    </>
  );
}

function Code({ row }: { row: Row }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span translate="no" className="font-mono">{row.code}</span>
      {row.system && <Lock aria-hidden size={13} className="shrink-0 text-ink-muted" />}
    </span>
  );
}

const texts = (): FileTexts => ({
  title: t("Billing Codes"),
  add: t("Add billing code"),
  empty: t("This account has no billing codes yet"),
  searchFor: t("Search codes and descriptions"),
  noun: t("billing codes"),
});
