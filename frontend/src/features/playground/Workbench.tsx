import { Play } from "lucide-react";
import { useRef, useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Kbd } from "../../ui/Kbd";
import { useAccount } from "../shell/viewer";
import { HistoryList } from "./HistoryList";
import { QueryEditor } from "./QueryEditor";
import { ResultCard } from "./ResultCard";
import { SampleMenu } from "./SampleMenu";
import { samples } from "./samples";
import { SchemaCard } from "./SchemaCard";
import { type Draft, useRuns } from "./useRuns";
import { useSchema } from "./useSchema";
import { VariablesEditor } from "./VariablesEditor";

export function Workbench() {
  const { id } = useAccount();
  const [draft, setDraft] = useState<Draft>(() => ({ query: samples()[0]?.query ?? "", variables: JSON.stringify({ account: id }, null, 2) }));
  const cursor = useRef(0);
  const schema = useSchema(id);
  const { start, ...runs } = useRuns(id);
  const run = () => void start(draft, cursor.current);
  const write = (query: string, at: number) => {
    cursor.current = at;
    setDraft((before) => ({ ...before, query }));
  };
  const actions = (
    <>
      <SampleMenu onChoose={(query) => setDraft((before) => ({ ...before, query }))} />
      <Button variant="primary" icon={Play} onPress={run} isPending={runs.isRunning}>
        {t("Run")}
      </Button>
    </>
  );
  return (
    <div className="grid grid-cols-2 items-start gap-4 phone:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t("Query")} actions={actions}>
          <div className="flex flex-col gap-3">
            <FormError error={runs.problem} />
            <QueryEditor text={draft.query} schema={schema.schema} onChange={write} onRun={run} />
            <h3 className="font-semibold">{t("Variables")}</h3>
            <VariablesEditor text={draft.variables} onChange={(variables) => setDraft((before) => ({ ...before, variables }))} onRun={run} />
            <KeyHint />
          </div>
        </Card>
        <HistoryList entries={runs.entries} onChoose={({ query, variables }) => setDraft({ query, variables })} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <ResultCard answer={runs.answer} isRunning={runs.isRunning} />
        <SchemaCard {...schema} />
      </div>
    </div>
  );
}

function KeyHint() {
  return (
    <p className="text-sm text-ink-muted">
      <Kbd>{t("Ctrl+Enter")}</Kbd> {t("runs (on a Mac, Cmd+Enter).")} <Kbd>{t("Esc")}</Kbd> {t("and then")} <Kbd>{t("Tab")}</Kbd> {t("leaves an editor; Tab alone indents.")}
    </p>
  );
}
