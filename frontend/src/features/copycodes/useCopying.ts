import { useCallback, useReducer } from "react";
import { useClient } from "urql";
import { CopyCodesDocument, PreviewCopyCodesDocument } from "../../gen/documents/features/copycodes/Copy";
import { problemsOf } from "../../graphql/problem";
import { type Choices, type Entry, taken, tally } from "./choices";
import { type Preview, type Run, type Progress, advance, notBegun, refused, targetOf, toSend } from "./copying";
import { type WholePlan, planKey } from "./plan";

export interface Copying {
  progress: Progress;
  begin: (plan: WholePlan) => void;
  look: (id: string, plan: WholePlan) => Promise<void>;
  choose: (id: string, choices: Choices) => void;
  // Copies to one account after the other what has been chosen for it, and says how each ended.
  copy: (ids: readonly string[], plan: WholePlan) => Promise<Run[]>;
}

export function useCopying(): Copying {
  const client = useClient();
  const [progress, step] = useReducer(advance, notBegun);
  const begin = useCallback((plan: WholePlan) => step({ type: "begin", of: planKey(plan), ids: plan.to }), []);
  const choose = useCallback((id: string, choices: Choices) => step({ type: "chose", id, choices }), []);

  const look = useCallback(
    async (id: string, { from, files, includeCharges }: WholePlan) => {
      step({ type: "previewed", id, preview: { status: "loading" } });
      const { data, error } = await client.query(PreviewCopyCodesDocument, { to: id, from, files: [...files], includeCharges }, { requestPolicy: "network-only" });
      const found = data?.previewCopyCodes;
      const preview: Preview = found && !error ? { status: "ready", job: found.job, entries: found.entries } : { status: "failed", problems: problemsOf(error) };
      step({ type: "previewed", id, preview });
    },
    [client],
  );

  const copyTo = async (id: string, job: string, entries: readonly Entry[], choices: Choices, { from, includeCharges }: WholePlan): Promise<Run> => {
    const sent = taken(entries, choices);
    const chosen = sent.map(({ file, id: entry, fingerprint, state }) => ({ file, id: entry, fingerprint, replace: state === "CONFLICT" }));
    const { data, error } = await client.mutation(CopyCodesDocument, { to: id, from, input: { job, includeCharges, entries: chosen } });
    if (error || !data?.copyCodes) return refused(sent, problemsOf(error));
    return { status: "done", result: data.copyCodes, tally: tally(entries, choices) };
  };

  const copy = async (ids: readonly string[], plan: WholePlan): Promise<Run[]> => {
    const runs: Run[] = [];
    for (const id of ids) {
      const target = targetOf(progress, id);
      if (target.preview.status !== "ready" || toSend(target).length === 0) continue;
      step({ type: "ran", id, run: { status: "copying" } });
      const run = await copyTo(id, target.preview.job, target.preview.entries, target.choices, plan);
      step({ type: "ran", id, run });
      runs.push(run);
    }
    return runs;
  };

  return { progress, begin, look, choose, copy };
}
