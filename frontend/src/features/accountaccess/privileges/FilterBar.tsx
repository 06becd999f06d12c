import { FilterX } from "lucide-react";
import { type ReactNode, Suspense, useCallback, useEffect } from "react";
import type { Section } from "../../../gen/types";
import { plural, t } from "../../../text";
import { announce } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import type { Level } from "../../../ui/level";
import { SearchField } from "../../../ui/SearchField";
import { type Filter, isFiltering } from "./filter";
import { LaterLevelFilter } from "./later";

interface Props {
  filter: Filter;
  shown: number;
  total: number;
  onChange: (change: (filter: Filter) => Filter) => void;
  children: ReactNode;
}

const ANNOUNCE_MS = 500;

export function FilterBar({ filter, shown, total, onChange, children }: Props) {
  const isOn = isFiltering(filter);
  const result = isOn ? plural(total, "{shown} of {count} username", "{shown} of {count} usernames", { shown }) : plural(total, "{count} username", "{count} usernames");
  const find = (name: string) => onChange((before) => ({ ...before, name: name || undefined }));
  const choose = useCallback((level: Level | undefined, section: Section | undefined) => onChange(({ name }) => ({ name, level, section })), [onChange]);
  // Once the typing pauses, not at every letter.
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => announce(result), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [result, isOn]);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <SearchField label={t("Find a username")} value={filter.name ?? ""} onChange={find} className="w-60 phone:w-full" />
      <Suspense fallback={<span className="h-9 w-40 phone:h-11 phone:flex-1" />}>
        <LaterLevelFilter level={filter.level} section={filter.section} onChange={choose} />
      </Suspense>
      {isOn && (
        <Button variant="quiet" icon={FilterX} onPress={() => onChange(() => ({}))}>
          {t("Show all")}
        </Button>
      )}
      {children}
      <p className="ml-auto text-sm text-ink-muted tabular-nums">{result}</p>
    </div>
  );
}
