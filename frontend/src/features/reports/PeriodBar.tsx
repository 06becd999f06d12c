import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { FieldRow } from "../../ui/FieldRow";
import { Form } from "../../ui/Form";
import { Select } from "../../ui/Select";
import { useAccount } from "../shell/viewer";
import { type Days, faultOf } from "./periods";
import type { Preset, ReportSearch } from "./reportSearch";
import { lengthOptions, presetOptions } from "./words";

interface Props {
  days: Days;
  /** Whether the rows of the report are periods. */
  hasLength: boolean;
}

// Which days a report is about. Days that are chosen one by one are asked for when both stand.
export function PeriodBar({ days, hasLength }: Props) {
  const { id: account } = useAccount();
  const search = useSearch({ from: "/p/$account/reports" });
  const navigate = useNavigate();
  const go = (change: Partial<ReportSearch>) => void navigate({ to: "/p/$account/reports", params: { account }, search: { ...search, ...change }, replace: true });
  const choose = (preset: Preset) => go(preset === "CUSTOM" ? { period: preset, ...days } : { period: preset, from: "", until: "" });
  return (
    <div className="flex flex-col gap-3">
      <FieldRow columns={4}>
        <Select label={t("Period")} options={presetOptions()} value={search.period} onChange={choose} />
        {hasLength && <Select label={t("A row for each")} options={lengthOptions()} value={search.by} onChange={(length) => go({ by: length })} />}
      </FieldRow>
      {search.period === "CUSTOM" && <ChosenDays key={`${days.from} ${days.until}`} days={days} onChoose={go} />}
    </div>
  );
}

interface ChosenDaysProps {
  days: Days;
  onChoose: (days: Days) => void;
}

function ChosenDays({ days, onChoose }: ChosenDaysProps) {
  const [draft, setDraft] = useState(days);
  const [fault, setFault] = useState<string>();
  const submit = () => {
    const wrong = faultOf(draft);
    setFault(wrong);
    if (!wrong) onChoose(draft);
  };
  return (
    <Form onSubmit={submit}>
      <FieldRow columns={4}>
        <DateField label={t("First day")} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
        <DateField label={t("Last day")} value={draft.until} onChange={(until) => setDraft({ ...draft, until })} error={fault} />
      </FieldRow>
      <div>
        <Button type="submit">{t("Show")}</Button>
      </div>
    </Form>
  );
}
