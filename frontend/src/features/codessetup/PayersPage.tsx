import { useState } from "react";
import { EditPayerDocument, PayersDocument } from "../../gen/documents/features/codessetup/Payers";
import type { PayerEntryFragment } from "../../gen/types";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { toast } from "../../ui/toast";
import type { Column } from "../../ui/column";
import { useQuickSave } from "../editing/useQuickSave";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ActiveButton } from "./ActiveButton";
import { DescriptionCell } from "./DescriptionCell";
import { type FileTexts, MasterFile } from "./MasterFile";
import { PayerDialog } from "./PayerDialog";
import { StateBadge } from "./StateBadge";
import { useFileFilter } from "./fileSearch";
import { kindOptions, payerInput, savedPayer } from "./payer";

type Row = PayerEntryFragment;

export function PayersPage() {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const filter = useFileFilter("/p/$account/codes-setup/payers");
  const pages = usePages(PayersDocument, { account, search: filter.search, activeOnly: filter.activeOnly }, (data) => data.account?.payers);
  const [opened, open] = useState<Row | "new" | null>(null);
  const quickSave = useQuickSave(EditPayerDocument);
  useLive("CODES_SETUP", pages.refresh);
  useTitle(t("Insurance Payers"));

  const setActive = async (row: Row, active: boolean) => {
    const { version, fields } = savedPayer(row);
    const data = await quickSave({ account, id: row.id, version, input: payerInput({ ...fields, active }) });
    const saved = data?.editPayer?.payer;
    pages.refresh();
    if (!saved) return;
    const name = row.name ?? "";
    toast({ text: active ? t("{name} is active again.", { name }) : t("{name} is no longer offered.", { name }), action: { label: t("Undo"), onPress: () => void setActive(saved, !active) } });
  };

  const columns: Column<Row>[] = [
    { id: "name", header: t("Name"), cell: ({ name }) => <span translate="no">{name}</span>, isRowHeader: true },
    { id: "kind", header: t("Claims"), cell: ({ kind }) => kindOptions().find(({ value }) => value === kind)?.label, width: "7rem" },
    { id: "where", header: t("Payer ID or address"), cell: (row) => <DescriptionCell text={whereClaimsGo(row)} provenance={row.provenance} /> },
    { id: "phone", header: t("Phone"), cell: ({ phone }) => <span translate="no" className="tabular-nums">{phone || "–"}</span>, width: "8.5rem", hideOnPhone: true },
    { id: "state", header: t("State"), cell: ({ active }) => <StateBadge active={active} />, width: "7rem" },
    {
      id: "actions",
      header: t("Actions"),
      isActions: true,
      cell: (row) => <ActiveButton name={row.name ?? ""} isActive={row.active === true} whyNot={whyNot} onChange={(active) => void setActive(row, active)} />,
    },
  ];
  return (
    <>
      <MasterFile texts={texts()} filter={filter} pages={pages} rows={pages.rows} columns={columns} onOpen={open} onAdd={() => open("new")} />
      {opened && <PayerDialog row={opened === "new" ? null : opened} onSaved={pages.refresh} onClose={() => open(null)} />}
    </>
  );
}

const whereClaimsGo = ({ kind, payerId, street, zip }: Row) => (kind === "ELECTRONIC" ? payerId : [street, zip].filter(Boolean).join(", "));

const texts = (): FileTexts => ({
  title: t("Insurance Payers"),
  add: t("Add insurance payer"),
  empty: t("This account has no insurance payers yet"),
  searchFor: t("Search names and payer IDs"),
  noun: t("insurance payers"),
});
