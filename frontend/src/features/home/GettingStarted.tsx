import { t } from "../../text";
import { Card } from "../../ui/Card";
import { StepRow } from "./StepRow";
import { steps } from "./steps";
import type { Setup } from "./useSetup";

// The way of the document, until it is gone.
export function GettingStarted({ done }: Pick<Setup, "done">) {
  const all = steps();
  if (done?.size === all.length) return null;
  const next = all.find(({ id }) => done && !done.has(id))?.id;
  const progress = done
    ? t("{count} of {of} steps are done.", { count: done.size, of: all.length })
    : t("What is done already stands in the Activity Log, which you cannot read here.");
  return (
    <Card title={t("Set up your practice")} description={progress} isFlush>
      <ol>
        {all.map((step, index) => (
          <StepRow key={step.id} step={step} number={index + 1} isDone={done?.has(step.id)} isNext={step.id === next} />
        ))}
      </ol>
    </Card>
  );
}
