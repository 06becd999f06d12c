import { t } from "../../text";
import type { Column } from "../../ui/column";
import { Money } from "./AgeSummary";
import { type Ages, ages } from "./ages";

export function ageColumns<Row>(of: (row: Row) => Ages): Column<Row>[] {
  return [
    ...ages().map(({ age, label }): Column<Row> => ({ id: age, header: label, cell: (row) => <Money cents={of(row)[age]} />, align: "right", width: "8rem" })),
    { id: "total", header: t("Total"), cell: (row) => <strong><Money cents={of(row).total} /></strong>, align: "right", width: "8rem" },
    { id: "credit", header: t("Not allocated"), cell: (row) => <Money cents={of(row).credit} />, align: "right", width: "8rem" },
  ];
}
