import type { tasks } from "../../gen/apiTasks";
import { t } from "../../text";
import { Disclosure } from "../../ui/Disclosure";
import { CodeText } from "./CodeText";
import { type Language, languages } from "./languages";

interface Props {
  task: (typeof tasks)[number];
  number: number;
  language: Language;
}

export function TaskCard({ task: { title, about, graphql, ...code }, number, language }: Props) {
  const name = languages().find(({ value }) => value === language)?.label ?? language;
  return (
    <Disclosure title={<span translate="no">{`${number}. ${title}`}</span>}>
      <div className="flex min-w-0 flex-col gap-3 pt-1 pb-2">
        <p translate="no">{about}</p>
        {graphql && <CodeText label={t("The operation of task {number}", { number: String(number) })}>{graphql}</CodeText>}
        <CodeText label={t("Task {number} in {language}", { number: String(number), language: name })}>{code[language]}</CodeText>
      </div>
    </Disclosure>
  );
}
