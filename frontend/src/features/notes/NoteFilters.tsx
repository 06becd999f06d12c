import { t } from "../../text";
import { DateField } from "../../ui/DateField";
import { Select } from "../../ui/Select";
import { ClientPicker } from "../clientnames/ClientPicker";
import type { ClientNames } from "../clientnames/useClientNames";
import type { NoteSearch } from "./noteSearch";
import { statusOptions, typeOptions } from "./noteWords";

interface Props {
  search: NoteSearch;
  names: ClientNames;
  onChange: (change: Partial<NoteSearch>) => void;
}

export function NoteFilters({ search: { client, type, status, from, until }, names, onChange }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("Session notes")}>
      <ClientPicker
        names={names}
        value={client ?? ""}
        onChange={(id) => onChange({ client: id })}
        onClear={() => onChange({ client: undefined })}
        className="min-w-52 flex-1 desk:max-w-80 phone:basis-full"
      />
      <Select label={t("Type")} options={[{ value: "ANY", label: t("All types") }, ...typeOptions()]} value={type} onChange={(chosen) => onChange({ type: chosen })} className="w-40 phone:flex-1 phone:basis-36" />
      <Select label={t("Status")} options={[{ value: "ANY", label: t("Drafts and signed") }, ...statusOptions()]} value={status} onChange={(chosen) => onChange({ status: chosen })} className="w-44 phone:flex-1 phone:basis-36" />
      <DateField label={t("From")} value={from} onChange={(day) => onChange({ from: day })} className="w-40 phone:flex-1 phone:basis-36" />
      <DateField label={t("Until")} value={until} onChange={(day) => onChange({ until: day })} className="w-40 phone:flex-1 phone:basis-36" />
    </div>
  );
}
