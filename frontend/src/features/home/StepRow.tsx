import { CircleCheck } from "lucide-react";
import { t } from "../../text";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";
import type { Step } from "./steps";
import { WhoCan } from "./WhoCan";

interface Props {
  step: Step;
  number: number;
  // Undefined: not known.
  isDone: boolean | undefined;
  isNext: boolean;
}

export function StepRow({ step: { title, text, action, path, section }, number, isDone, isNext }: Props) {
  const account = useAccount();
  const isMine = account.mayEdit(section);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-5 py-3.5 last:border-b-0 phone:px-4">
      <StepMark number={number} isDone={isDone} isNext={isNext} />
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="font-medium">
          {title} {isDone && <span className="ml-1 text-sm font-normal text-success-ink">{t("Done")}</span>}
        </h3>
        {!isDone && <p className="mt-0.5 max-w-150 text-ink-muted">{text}</p>}
        {!isDone && !isMine && <WhoCan section={section} />}
      </div>
      {isMine && (
        <div className="phone:w-full phone:pl-10">
          <LinkButton to={`/p/$account/${path}`} params={{ account: account.id }} variant={isNext ? "primary" : isDone ? "quiet" : "secondary"} size="small">
            {action}
          </LinkButton>
        </div>
      )}
    </li>
  );
}

function StepMark({ number, isDone, isNext }: Pick<Props, "number" | "isDone" | "isNext">) {
  if (isDone) return <CircleCheck aria-hidden size={24} strokeWidth={1.8} className="shrink-0 text-success-ink" />;
  return (
    <span aria-hidden className={`flex size-6 shrink-0 items-center justify-center rounded-full border text-sm font-medium ${isNext ? "border-accent bg-accent text-on-accent" : "border-line-strong text-ink-muted"}`}>
      {number}
    </span>
  );
}
