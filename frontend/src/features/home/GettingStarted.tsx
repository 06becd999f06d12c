import { t } from "../../text";
import { Card } from "../../ui/Card";
import { Skeleton } from "../../ui/Skeleton";
import { StepRow } from "./StepRow";
import { steps } from "./steps";
import { useSetup } from "./useSetup";

// The way of the document, until it is gone.
export function GettingStarted() {
  const { done, isKnowable } = useSetup();
  const all = steps();
  if (done && done.size === all.length) return null;
  const next = all.find(({ id }) => done && !done.has(id))?.id;
  return (
    <Card
      title={t("Set up your practice")}
      description={progress(done?.size, all.length, isKnowable)}
      isFlush
    >
      {isKnowable && !done ? (
        <div className="px-5 py-3">
          <Skeleton rows={5} height={64} />
        </div>
      ) : (
        <ol>
          {all.map((step, index) => (
            <StepRow key={step.id} step={step} number={index + 1} isDone={done?.has(step.id)} isNext={step.id === next} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function progress(count: number | undefined, of: number, isKnowable: boolean): string {
  if (!isKnowable) return t("What is done already stands in the Activity Log, to which you have No Access.");
  return t("{count} of {of} steps are done.", { count: count ?? 0, of });
}
