import { Code, Plug } from "lucide-react";
import { useState } from "react";
import { helpers, tasks } from "../../gen/apiTasks";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { LinkButton } from "../../ui/LinkButton";
import { PageHeader } from "../../ui/PageHeader";
import { RadioGroup } from "../../ui/RadioGroup";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { CodeText } from "./CodeText";
import { Rules, RulesOfBeingLetIn } from "./Rules";
import { SchemaFile } from "./SchemaFile";
import { TaskCard } from "./TaskCard";
import { type Language, languages } from "./languages";

// What whoever writes an app against the API has to know. The tasks are those that the tests run.
export function ApiPage() {
  const account = useAccount();
  const [language, setLanguage] = useState<Language>("shell");
  const runsIt = account.mayEdit("ACCOUNT_ACCESS");
  useTitle(t("API"));
  const helper = language === "go" ? null : helpers[language];
  return (
    <div className="page">
      <PageHeader
        title={t("API")}
        description={t("How apps of others ask for what they are let in to, with a token that somebody makes for them, or one that they get when somebody lets them in.")}
        actions={
          <>
            <LinkButton to="/p/$account/api-tokens" params={{ account: account.id }} icon={Plug}>
              {t("API Tokens")}
            </LinkButton>
            {runsIt && (
              <LinkButton to="/p/$account/developer/playground" params={{ account: account.id }} icon={Code}>
                {t("Playground")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <Rules account={account.id} />
        <RulesOfBeingLetIn />
        {runsIt && <SchemaFile />}
        <Card title={t("Ten tasks")} description={t("Each of them runs in the tests of Lanyard, as it stands here.")}>
          <div className="flex flex-col gap-4">
            <RadioGroup label={t("Language")} orientation="horizontal" options={languages()} value={language} onChange={setLanguage} />
            {helper && <CodeText label={t("What the tasks use")}>{helper}</CodeText>}
            {tasks.map((task, index) => (
              <TaskCard key={task.name} task={task} number={index + 1} language={language} />
            ))}
          </div>
        </Card>
      </div>
    </div>
  );
}
