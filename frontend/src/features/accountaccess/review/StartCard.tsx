import { ClipboardCheck } from "lucide-react";
import { useState } from "react";
import { useClient } from "urql";
import { StartAccessReviewDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { problemsOf } from "../../../graphql/problem";
import { plural, t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { CheckboxGroup } from "../../../ui/CheckboxGroup";
import { FormError } from "../../../ui/FormError";
import type { OpenReview } from "./matrix";
import type { Run } from "./useRun";

interface Props {
  runs: readonly Run[];
  // What is open already.
  reviews: readonly OpenReview[];
  onStarted: () => void;
}

// Which accounts are reviewed: at first all that the viewer runs.
export function StartCard({ runs, reviews, onStarted }: Props) {
  const client = useClient();
  const options = runs
    .filter(({ account, level }) => level === "FULL" && reviews.every((review) => review.account.id !== account.id))
    .map(({ account }) => ({ value: account.id, label: account.providerName, description: account.practiceName, isData: true }));
  const [chosen, setChosen] = useState(() => options.map(({ value }) => value));
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const start = async () => {
    setPending(true);
    const answers = await Promise.all(chosen.map((account) => client.mutation(StartAccessReviewDocument, { account }).toPromise()));
    setProblem(answers.flatMap(({ error }) => problemsOf(error))[0]?.message);
    setPending(false);
    onStarted();
  };
  const whyNot = options.length === 0 ? t("This needs Full Access to Account Access.") : chosen.length === 0 ? t("Choose an account first.") : undefined;
  return (
    <Card
      title={t("Review who may enter")}
      description={t("Go through every username of every account once a year: keep what is right, change what is too much, remove whoever has left.")}
      actions={<ClipboardCheck aria-hidden size={20} strokeWidth={1.7} className="text-ink-faint" />}
      footer={
        <Button variant="primary" isPending={isPending} whyDisabled={whyNot} onPress={() => void start()}>
          {t("Start the Access Review")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <FormError error={problem} />
        {options.length > 0 && <CheckboxGroup label={plural(options.length, "The account that you run", "The {count} accounts that you run")} options={options} value={chosen} onChange={setChosen} columns={2} />}
        <p className="text-sm text-ink-muted">{t("Each decision is kept at once. You, or somebody else who runs the account, can go on later.")}</p>
      </div>
    </Card>
  );
}
