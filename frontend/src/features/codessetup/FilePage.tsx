import { useState } from "react";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import type { Column } from "../../ui/column";
import { filePages } from "../masterfiles/files";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ActiveButton } from "./ActiveButton";
import { FileDialog } from "./FileDialog";
import { FileList } from "./FileList";
import { StateBadge, whySystem } from "./StateBadge";
import type { Entry } from "./entry";
import { useFileFilter } from "./fileSearch";
import type { FileScreen } from "./fileScreen";
import { useChangeRow } from "./useChangeRow";

// The page of a master file.
export function FilePage<Row extends Entry, Fields extends { active: boolean }, Input>({ screen }: { screen: FileScreen<Row, Fields, Input> }) {
  const { id: account } = useAccount();
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const filter = useFileFilter(filePages[screen.file]);
  const pages = usePages(screen.list.document, { account, search: filter.search, activeOnly: filter.activeOnly }, screen.list.read);
  const { change, setActive } = useChangeRow(screen, pages.refresh);
  const [opened, open] = useState<Row | "new" | null>(null);
  const texts = screen.texts();
  useLive("CODES_SETUP", pages.refresh);
  useTitle(texts.title);

  const actions = (row: Row) => {
    const whyNotRow = row.system ? whySystem() : whyNot;
    return (
      <span className="inline-flex items-center gap-1">
        {screen.RowActions?.({ row, whyNot: whyNotRow, change: (fields) => void change(row, fields) })}
        <ActiveButton name={screen.nameOf(row) ?? ""} isActive={row.active === true} whyNot={whyNotRow} onChange={(active) => void setActive(row, active)} />
      </span>
    );
  };
  const columns: Column<Row>[] = [
    ...screen.columns(),
    { id: "state", header: t("State"), cell: ({ active, system }) => <StateBadge active={active} system={system} />, width: "8rem" },
    { id: "actions", header: t("Actions"), isActions: true, cell: actions },
  ];
  return (
    <>
      <FileList file={screen.file} texts={texts} filter={filter} pages={pages} columns={columns} onOpen={open} onAdd={() => open("new")} />
      {opened && <FileDialog screen={screen} row={opened === "new" ? null : opened} onSaved={pages.refresh} onClose={() => open(null)} />}
    </>
  );
}
