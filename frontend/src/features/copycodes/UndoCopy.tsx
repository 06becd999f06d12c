import { Undo2 } from "lucide-react";
import { useState } from "react";
import { UndoCopyCodesDocument } from "../../gen/documents/features/copycodes/Undo";
import { isRetryable } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { type Undone, UndoneBanner } from "./UndoneBanner";

interface Props {
  account: string;
  job: string;
  // In a list of copies: which one it is, and until when it can be undone.
  of?: string;
  until?: string;
  onUndone?: (undone: Undone) => void;
}

// Takes a copy back, and says what came of it. To copy once more is as easy, so nothing asks first.
export function UndoCopy({ account, job, of, until, onUndone }: Props) {
  const [undone, setUndone] = useState<Undone>();
  const whyNot = useWhyNotEdit("CODES_SETUP");
  const { save, isPending, problems } = useSave(UndoCopyCodesDocument);
  const [problem] = problems;
  const undo = async () => {
    const data = await save({ account, job });
    if (!data?.undoCopyCodes) return;
    setUndone(data.undoCopyCodes);
    onUndone?.(data.undoCopyCodes);
    toast({ text: t("The copy was undone.") });
  };
  if (undone) return <UndoneBanner undone={undone} />;
  return (
    <>
      <FormError error={problem?.message} {...(problem && isRetryable(problem) && { onRetry: () => void undo(), isRetrying: isPending })} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          icon={Undo2}
          size={of ? "small" : "medium"}
          isPending={isPending}
          whyDisabled={of && whyNot}
          {...(of && { "aria-label": t("Undo this copy: {copy}", { copy: of }) })}
          onPress={() => void undo()}
        >
          {t("Undo this copy")}
        </Button>
        <span className="text-sm text-ink-muted">{until ?? t("For 30 days. What somebody has changed since stays as it is.")}</span>
      </div>
    </>
  );
}
