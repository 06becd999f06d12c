import { t } from "../../text";
import { formatDate } from "../../text/format";
import { Chip } from "../../ui/Chip";
import { ChipRow } from "../../ui/ChipRow";
import { sectionTitle } from "../shell/sections";
import { matterTitles } from "./matters";
import { outcomeTitles } from "./OutcomeBadge";
import { type Criterion, type LogSearch, criteriaIn } from "./search";
import { codeTitle } from "./sentence";
import { actionTitles } from "./titles";
import { useSearchChange } from "./useSearchChange";

const words: { [C in Criterion]: (value: NonNullable<LogSearch[C]>) => string } = {
  text: (text) => t("Text: {text}", { text }),
  username: (username) => t("Username: {username}", { username }),
  section: (section) => t("Section: {section}", { section: sectionTitle(section) }),
  action: (action) => t("Kind: {kind}", { kind: actionTitles[action]() }),
  outcome: (outcome) => t("Outcome: {outcome}", { outcome: outcomeTitles[outcome]() }),
  code: (code) => t("What happened: {code}", { code: codeTitle(code) }),
  matter: (matter) => t("Review: {matter}", { matter: matterTitles[matter]() }),
  client: () => t("One client"),
  token: () => t("One app"),
  emergency: () => t("One emergency access"),
  from: (day) => t("From {day}", { day: formatDate(day) }),
  until: (day) => t("Until {day}", { day: formatDate(day) }),
};

export function FilterChips({ search, onClear }: { search: LogSearch; onClear: () => void }) {
  const change = useSearchChange();
  const names = criteriaIn(search);
  if (names.length === 0) return null;
  return (
    <ChipRow label={t("Filters in force")} onClear={onClear}>
      {names.map((name) => (
        <Chip key={name} onRemove={() => change(name, undefined)}>
          {chipText(search, name)}
        </Chip>
      ))}
    </ChipRow>
  );
}

function chipText<C extends Criterion>(search: LogSearch, name: C): string {
  const value = search[name];
  return value === undefined ? "" : words[name](value as NonNullable<LogSearch[C]>);
}
