import { CalendarClock, X } from "lucide-react";
import { useState } from "react";
import type { Section } from "../../../gen/types";
import { t } from "../../../text";
import { formatDate } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { DateField } from "../../../ui/DateField";
import { IconButton } from "../../../ui/IconButton";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import { type Row, nameOf } from "./rows";
import { hasEnded } from "./hasEnded";
import { lastDayBefore, momentAfter } from "./untilDate";

interface Props {
  row: Row;
  section: Section;
  until: string | null;
  isReadOnly: boolean;
  // Nothing later may be given.
  latest: string | null;
  onChange: (until: string | null) => void;
}

// The last day of a level. Most have none: a button stands in for the field until one is wanted.
export function UntilField({ row, section, until, isReadOnly, latest, onChange }: Props) {
  const { timeZone } = useAccount();
  const [isWanted, setWanted] = useState(false);
  const day = until ? lastDayBefore(until, timeZone) : "";
  const label = t("Last day of {section} for {name}", { section: sectionTitle(section), name: nameOf(row) });
  if (isReadOnly && !until) return <span className="phone:hidden" />;
  if (isReadOnly) return <span className="text-sm text-ink-muted">{hasEnded(until) ? t("ended {day}", { day: formatDate(day) }) : t("until {day}", { day: formatDate(day) })}</span>;
  if (!until && !isWanted) {
    return (
      <Button variant="quiet" size="small" icon={CalendarClock} className="justify-self-start" onPress={() => setWanted(true)} aria-label={`${t("Add an end")}: ${label}`}>
        {t("Add an end")}
      </Button>
    );
  }
  const clear = () => {
    setWanted(false);
    onChange(null);
  };
  return (
    <div className="flex min-w-0 items-center gap-1">
      <DateField
        label={label}
        labelHidden
        autoFocus={isWanted}
        value={day}
        max={latest ? lastDayBefore(latest, timeZone) : undefined}
        onChange={(chosen) => onChange(chosen ? momentAfter(chosen, timeZone) : null)}
        className="flex-1"
      />
      <IconButton label={t("No end: {what}", { what: label })} icon={X} size="small" onPress={clear} />
    </div>
  );
}
