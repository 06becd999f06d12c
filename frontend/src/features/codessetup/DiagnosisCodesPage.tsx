import { Star } from "lucide-react";
import { useState } from "react";
import { DiagnosisCodesDocument, EditDiagnosisCodeDocument } from "../../gen/documents/features/codessetup/DiagnosisCodes";
import type { DiagnosisEntryFragment } from "../../gen/types";
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
import { DiagnosisCodeDialog } from "./DiagnosisCodeDialog";
import { FavouriteButton } from "./FavouriteButton";
import { type FileTexts, MasterFile } from "./MasterFile";
import { StateBadge } from "./StateBadge";
import { type DiagnosisFields, diagnosisInput, savedDiagnosisCode } from "./diagnosisCode";
import { useFileFilter } from "./fileSearch";

type Row = DiagnosisEntryFragment;

export function DiagnosisCodesPage() {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const filter = useFileFilter("/p/$account/codes-setup/diagnosis-codes");
  const pages = usePages(DiagnosisCodesDocument, { account, search: filter.search, activeOnly: filter.activeOnly }, (data) => data.account?.diagnosisCodes);
  const [opened, open] = useState<Row | "new" | null>(null);
  const quickSave = useQuickSave(EditDiagnosisCodeDocument);
  useLive("CODES_SETUP", pages.refresh);
  useTitle(t("Diagnosis Codes"));

  const change = async (row: Row, fields: Partial<DiagnosisFields>) => {
    const { version, fields: saved } = savedDiagnosisCode(row);
    const data = await quickSave({ account, id: row.id, version, input: diagnosisInput({ ...saved, ...fields }) });
    pages.refresh();
    return data?.editDiagnosisCode?.diagnosisCode;
  };
  const setActive = async (row: Row, active: boolean) => {
    const saved = await change(row, { active });
    if (!saved) return;
    const code = row.code ?? "";
    toast({ text: active ? t("{code} is active again.", { code }) : t("{code} is no longer offered.", { code }), action: { label: t("Undo"), onPress: () => void setActive(saved, !active) } });
  };

  const columns: Column<Row>[] = [
    { id: "code", header: t("Code"), cell: (row) => <Code row={row} />, width: "9rem", isRowHeader: true },
    { id: "description", header: t("Description"), cell: ({ description, provenance }) => <DescriptionCell text={description} provenance={provenance} /> },
    { id: "codeSet", header: t("Code set"), cell: ({ codeSet }) => <span translate="no" className="whitespace-nowrap">{codeSet}</span>, width: "7rem", hideOnPhone: true },
    { id: "state", header: t("State"), cell: ({ active }) => <StateBadge active={active} />, width: "7rem" },
    {
      id: "actions",
      header: t("Actions"),
      isActions: true,
      cell: (row) => (
        <span className="inline-flex items-center gap-1">
          <FavouriteButton name={row.code ?? ""} isFavourite={row.favourite === true} whyNot={whyNot} onChange={(favourite) => void change(row, { favourite })} />
          <ActiveButton name={row.code ?? ""} isActive={row.active === true} whyNot={whyNot} onChange={(active) => void setActive(row, active)} />
        </span>
      ),
    },
  ];
  // Favourites stand on top, as far as they are loaded; otherwise the order is the server's.
  const rows = pages.rows.toSorted((a, b) => Number(b.favourite) - Number(a.favourite));
  return (
    <>
      <MasterFile texts={texts()} filter={filter} pages={pages} rows={rows} columns={columns} onOpen={open} onAdd={() => open("new")} />
      {opened && <DiagnosisCodeDialog row={opened === "new" ? null : opened} onSaved={pages.refresh} onClose={() => open(null)} />}
    </>
  );
}

function Code({ row }: { row: Row }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span translate="no" className="font-mono">{row.code}</span>
      {row.favourite && <Star role="img" aria-label={t("Favourite")} size={14} className="shrink-0 fill-current text-warning-ink" />}
    </span>
  );
}

const texts = (): FileTexts => ({
  title: t("Diagnosis Codes"),
  add: t("Add diagnosis code"),
  empty: t("This account has no diagnosis codes yet"),
  searchFor: t("Search codes and descriptions"),
  noun: t("diagnosis codes"),
});
