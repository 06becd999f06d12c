import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Banner } from "../../ui/Banner";
import { Card } from "../../ui/Card";
import { ResultText } from "./ResultText";
import type { Answer, Refusal } from "./run";

export function ResultCard({ answer, isRunning }: { answer?: Answer; isRunning: boolean }) {
  return (
    <Card title={t("Result")} actions={answer && <Outcome answer={answer} />}>
      <div className="flex flex-col gap-3" aria-busy={isRunning}>
        {answer?.errors.map((error, index) => (
          // eslint-disable-next-line react/no-array-index-key -- errors have no id, and are never reordered
          <ErrorBanner key={index} error={error} />
        ))}
        {answer ? <ResultText text={answer.text} /> : <p className="grid h-96 place-items-center text-ink-muted">{isRunning ? t("Running…") : t("Run a query to see its result here.")}</p>}
      </div>
    </Card>
  );
}

function Outcome({ answer: { status, milliseconds, text, errors } }: { answer: Answer }) {
  return (
    <>
      <Badge kind={errors.length > 0 ? "danger" : "success"}>{status === 0 ? t("No answer") : t("Status {status}", { status })}</Badge>
      <span className="text-sm text-ink-muted tabular-nums">{t("{time} ms, {size} characters", { time: milliseconds, size: text.length })}</span>
    </>
  );
}

function ErrorBanner({ error: { message, path, extensions } }: { error: Refusal }) {
  const at = path && path.length > 0 ? path.join(".") : undefined;
  return (
    <Banner kind="danger" isCompact>
      <p translate="no">{message}</p>
      {(at ?? extensions?.code) !== undefined && (
        <p translate="no" className="font-mono text-sm">
          {[extensions?.code, at].filter(Boolean).join(" · ")}
        </p>
      )}
    </Banner>
  );
}
