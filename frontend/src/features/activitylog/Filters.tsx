import { t } from "../../text";
import { ComboBox } from "../../ui/ComboBox";
import { DateField } from "../../ui/DateField";
import { Disclosure } from "../../ui/Disclosure";
import { FieldRow } from "../../ui/FieldRow";
import { Select } from "../../ui/Select";
import { sectionTitle, sections } from "../shell/sections";
import { outcomeTitles } from "./OutcomeBadge";
import { type LogSearch, actions, outcomes } from "./search";
import { codeTitle, codes } from "./sentence";
import { TextFilter } from "./TextFilter";
import { actionTitles } from "./titles";
import { UsernameFilter } from "./UsernameFilter";
import { useSearchChange } from "./useSearchChange";

const ANY = "ANY";

// A choice with "any" before it.
function withAny<K extends string>(any: string, values: readonly K[], title: (value: K) => string) {
  return [{ value: ANY, label: any }, ...values.map((value) => ({ value, label: title(value) }))] as const;
}

export function Filters({ search }: { search: LogSearch }) {
  const change = useSearchChange();
  const given = <K extends string>(value: K | typeof ANY) => (value === ANY ? undefined : value);
  return (
    <div className="flex flex-col gap-2">
      <TextFilter text={search.text} onChange={(text, replace) => change("text", text, replace)} />
      <Disclosure title={t("More filters")} headingLevel={2}>
        <div className="flex flex-col gap-4 pt-2 pb-3">
          <FieldRow columns={4}>
            <UsernameFilter username={search.username} onChange={(username) => change("username", username)} />
            <Select
              label={t("Section")}
              options={withAny(t("Any section"), sections, sectionTitle)}
              value={search.section ?? ANY}
              onChange={(section) => change("section", given(section))}
            />
            <Select
              label={t("Kind")}
              options={withAny(t("Any kind"), actions, (action) => actionTitles[action]())}
              value={search.action ?? ANY}
              onChange={(action) => change("action", given(action))}
            />
            <Select
              label={t("Outcome")}
              options={withAny(t("Any outcome"), outcomes, (outcome) => outcomeTitles[outcome]())}
              value={search.outcome ?? ANY}
              onChange={(outcome) => change("outcome", given(outcome))}
            />
          </FieldRow>
          <FieldRow columns={4}>
            <ComboBox
              label={t("What happened")}
              placeholder={t("Anything")}
              options={codes.map((code) => ({ value: code, label: codeTitle(code) }))}
              value={search.code ?? null}
              onChange={(code) => change("code", code ?? undefined)}
            />
            <DateField label={t("From")} value={search.from ?? ""} onChange={(day) => change("from", day || undefined)} {...(search.until && { max: search.until })} />
            <DateField label={t("Until, with that day")} value={search.until ?? ""} onChange={(day) => change("until", day || undefined)} {...(search.from && { min: search.from })} />
          </FieldRow>
        </div>
      </Disclosure>
    </div>
  );
}
