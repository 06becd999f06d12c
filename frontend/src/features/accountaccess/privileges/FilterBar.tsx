import { FilterX } from "lucide-react";
import { useEffect } from "react";
import { plural, t } from "../../../text";
import { announce } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { LEVELS, levelIcon, levelName } from "../../../ui/level";
import { SearchField } from "../../../ui/SearchField";
import { Select } from "../../../ui/Select";
import { sectionTitle, sections } from "../../shell/sections";
import { type Filter, isFiltering } from "./filter";

interface Props {
  filter: Filter;
  shown: number;
  total: number;
  onChange: (filter: Filter) => void;
}

const ANNOUNCE_MS = 500;

export function FilterBar({ filter, shown, total, onChange }: Props) {
  const result = isFiltering(filter) ? plural(total, "{shown} of {count} username", "{shown} of {count} usernames", { shown }) : plural(total, "{count} username", "{count} usernames");
  const isOn = isFiltering(filter);
  // Once the typing pauses, not at every letter.
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => announce(result), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [result, isOn]);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <SearchField label={t("Find a username")} value={filter.name ?? ""} onChange={(name) => onChange({ ...filter, name: name || undefined })} className="w-60 phone:w-full" />
      <Select
        label={t("Level to look for")}
        labelHidden
        className="w-40 phone:min-w-0 phone:flex-1"
        placeholder={t("Any level")}
        options={[{ value: "ANY", label: t("Any level") }, ...LEVELS.toReversed().map((level) => ({ value: level, label: levelName(level), icon: levelIcon(level) }))]}
        value={filter.level ?? "ANY"}
        onChange={(level) => onChange(level === "ANY" ? { name: filter.name } : { ...filter, level: LEVELS.find((one) => one === level), section: filter.section ?? "CLIENTS" })}
      />
      {filter.level && (
        <>
          <span className="text-ink-muted">{t("on")}</span>
          <Select
            label={t("Section to look in")}
            labelHidden
            className="w-52 phone:min-w-0 phone:flex-1"
            options={sections.map((section) => ({ value: section, label: sectionTitle(section) }))}
            value={filter.section ?? null}
            onChange={(section) => onChange({ ...filter, section })}
          />
        </>
      )}
      {isOn && (
        <Button variant="quiet" icon={FilterX} onPress={() => onChange({})}>
          {t("Show all")}
        </Button>
      )}
      <p className="ml-auto text-sm text-ink-muted tabular-nums">{result}</p>
    </div>
  );
}
