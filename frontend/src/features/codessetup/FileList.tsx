import { ListPlus } from "lucide-react";
import type { MasterFile } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import type { ShownPages } from "../../graphql/usePages";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { DataTable } from "../../ui/DataTable";
import { LoadMore } from "../../ui/LoadMore";
import { SearchField } from "../../ui/SearchField";
import { Switch } from "../../ui/Switch";
import type { Column } from "../../ui/column";
import { CompareButton } from "../masterfiles/drift/CompareButton";
import { CannotLoad } from "../shell/CannotLoad";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { ExportButton } from "./csv/ExportButton";
import { ImportButton } from "./csv/ImportButton";
import { NoEntries } from "./NoEntries";
import type { Entry } from "./entry";
import type { FileTexts } from "./fileScreen";
import type { FileFilter } from "./fileSearch";

interface Props<Row extends Entry> {
  file: MasterFile;
  texts: FileTexts;
  filter: FileFilter;
  pages: ShownPages<Row>;
  columns: readonly Column<Row>[];
  onOpen: (row: Row) => void;
  onAdd: () => void;
}

// A master file: search, the entries, and what to do where there are none.
export function FileList<Row extends Entry>({ file, texts, filter, pages, columns, onOpen, onAdd }: Props<Row>) {
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const { rows, total, hasMore, isFetching, isFirst, isOld, error, more, retry } = pages;
  if (error && rows.length === 0) return <CannotLoad problems={problemsOf(error)} onRetry={retry} />;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <SearchField label={texts.searchFor} value={filter.text} onChange={filter.setText} className="min-w-60 flex-1 desk:max-w-90 phone:basis-full" />
        <Switch isSelected={filter.activeOnly} onChange={filter.setActiveOnly}>
          {t("Active only")}
        </Switch>
        <div className="ml-auto flex flex-wrap gap-2 phone:w-full">
          <CompareButton file={file} source={rows.find(({ provenance }) => provenance)?.provenance?.from} />
          <ImportButton file={file} onImported={pages.refresh} />
          <ExportButton file={file} />
          <Button variant="primary" icon={ListPlus} whyDisabled={whyNot} onPress={onAdd} className="phone:w-full">
            {texts.add}
          </Button>
        </div>
      </div>
      <Card isFlush>
        <div aria-busy={isOld} className={isOld ? "opacity-60" : ""}>
          <DataTable
            caption={texts.title}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            onAction={onOpen}
            rowClass={({ active }) => (active ? "" : "text-ink-muted")}
            isLoading={isFirst}
            loadingRows={8}
            empty={<NoEntries texts={texts} filter={filter} onAdd={onAdd} whyNotAdd={whyNot} />}
            footer={!isFirst && <LoadMore shown={rows.length} total={total} hasMore={hasMore} isPending={isFetching} onMore={more} noun={texts.noun} />}
          />
        </div>
      </Card>
    </>
  );
}
