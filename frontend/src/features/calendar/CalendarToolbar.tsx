import { ChevronLeft, ChevronRight } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { Select } from "../../ui/Select";
import type { View } from "./calendarSearch";
import { stepLabel, titleOf } from "./range";

interface Props {
  view: View;
  day: string;
  isPhone: boolean;
  isOfOneClient: boolean;
  onView: (view: View) => void;
  onStep: (direction: 1 | -1) => void;
  onToday: () => void;
}

// Which days are shown, and how.
export function CalendarToolbar({ view, day, isPhone, isOfOneClient, onView, onStep, onToday }: Props) {
  const options = [
    { value: "day", label: t("Day") },
    { value: "week", label: t("Week") },
    { value: "month", label: t("Month") },
    ...(isOfOneClient ? [{ value: "year", label: t("Year") } as const] : []),
    ...(isPhone ? [] : [{ value: "list", label: t("List") } as const]),
  ] as const;
  return (
    <div className="no-print flex flex-wrap items-center gap-2" role="group" aria-label={t("Days shown")}>
      <IconButton variant="secondary" icon={ChevronLeft} label={stepLabel(view, -1)} onPress={() => onStep(-1)} />
      <IconButton variant="secondary" icon={ChevronRight} label={stepLabel(view, 1)} onPress={() => onStep(1)} />
      <Button onPress={onToday}>{t("Today")}</Button>
      <h2 aria-live="polite" className="min-w-0 flex-1 px-1 text-lg font-semibold phone:order-first phone:basis-full phone:px-0">
        <time dateTime={day}>{titleOf(view, day)}</time>
      </h2>
      <Select label={t("View")} labelHidden options={options} value={view} onChange={onView} className="w-32 phone:flex-1" />
    </div>
  );
}
