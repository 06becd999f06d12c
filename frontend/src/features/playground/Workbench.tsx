import { Play } from "lucide-react";
import { useRef, useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { Kbd } from "../../ui/Kbd";
import { useAccount } from "../shell/viewer";
import { AsApp } from "./AsApp";
import { HistoryList } from "./HistoryList";
import { QueryEditor } from "./QueryEditor";
import { ResultCard } from "./ResultCard";
import { SampleMenu } from "./SampleMenu";
import { samples } from "./samples";
import { SchemaCard } from "./SchemaCard";
import { type Draft, useRuns } from "./useRuns";
import { useSchema } from "./useSchema";
import type { Given } from "./useEditor";
import { VariablesEditor } from "./VariablesEditor";

export function Workbench() {
  const { id } = useAccount();
  const [first] = useState<Draft>(() => ({ query: samples()[0]?.query ?? "", variables: JSON.stringify({ account: id }, null, 2) }));
  const draft = useRef(first);
  const cursor = useRef(0);
  const [query, giveQuery] = useState<Given>(() => ({ text: first.query }));
  const [variables, giveVariables] = useState<Given>(() => ({ text: first.variables }));
  const schema = useSchema(id);
  const [token, setToken] = useState("");
  const { start, ...runs } = useRuns(id, token);
  const run = () => void start(draft.current, cursor.current);
  const keepQuery = (text: string, at: number) => {
    cursor.current = at;
    draft.current = { ...draft.current, query: text };
  };
  const keepVariables = (text: string) => {
    draft.current = { ...draft.current, variables: text };
  };
  const give = (chosen: Draft) => {
    giveQuery({ text: chosen.query });
    giveVariables({ text: chosen.variables });
  };
  const actions = (
    <>
      <SampleMenu onChoose={(sample) => giveQuery({ text: sample })} />
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
            <QueryEditor given={query} schema={schema.schema} onChange={keepQuery} onRun={run} />
            <h3 className="font-semibold">{t("Variables")}</h3>
            <VariablesEditor given={variables} onChange={keepVariables} onRun={run} />
            <AsApp token={token} onChange={setToken} />
            <KeyHint />
          </div>
        </Card>
        <HistoryList entries={runs.entries} onChoose={give} />
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
