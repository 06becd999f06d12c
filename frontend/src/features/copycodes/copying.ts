import type { CopyCodesMutation } from "../../gen/types";
import type { Problem } from "../../graphql/problem";
import { type Choices, type Entry, type Tally, forget, keyOf, taken } from "./choices";

export type Result = NonNullable<CopyCodesMutation["copyCodes"]>;

export type Preview =
  | { status: "none" }
  | { status: "loading" }
  | { status: "failed"; problems: readonly Problem[] }
  // The job makes a copy that is sent twice happen once.
  | { status: "ready"; job: string; entries: readonly Entry[] };

export type Run =
  | { status: "none" }
  | { status: "copying" }
  | { status: "failed"; problems: readonly Problem[] }
  // Something had changed since the preview: which entries, and in what words.
  | { status: "stale"; message: string; keys: readonly string[] }
  // What came of it, and of what was shown.
  | { status: "done"; result: Result; tally: Tally };

// Copying to one account. Each goes by itself, all or nothing.
export interface Target {
  preview: Preview;
  choices: Choices;
  run: Run;
}

export type Targets = Readonly<Record<string, Target>>;

export interface Progress {
  // The plan that all of it is of.
  of: string;
  targets: Targets;
}

export const notBegun: Progress = { of: "", targets: {} };

export type Step =
  | { type: "begin"; of: string; ids: readonly string[] }
  | { type: "previewed"; id: string; preview: Preview }
  | { type: "chose"; id: string; choices: Choices }
  | { type: "ran"; id: string; run: Run };

const untouched: Target = { preview: { status: "none" }, choices: {}, run: { status: "none" } };

export const targetOf = ({ targets }: Pick<Progress, "targets">, id: string): Target => targets[id] ?? untouched;

export const isCopying = ({ targets }: Progress): boolean => Object.values(targets).some(({ run }) => run.status === "copying");

export function advance(progress: Progress, step: Step): Progress {
  if (step.type === "begin") {
    // What was chosen before stays, as far as the entries still look the same.
    const begun = step.ids.map((id) => [id, { ...untouched, choices: targetOf(progress, id).choices }] as const);
    return { of: step.of, targets: Object.fromEntries(begun) };
  }
  return { ...progress, targets: { ...progress.targets, [step.id]: advanceOne(targetOf(progress, step.id), step) } };
}

function advanceOne(target: Target, step: Exclude<Step, { type: "begin" }>): Target {
  switch (step.type) {
    case "previewed":
      return { ...target, preview: step.preview };
    case "chose":
      return { ...target, choices: step.choices };
    case "ran":
      return ran(target, step.run);
  }
}

function ran(target: Target, run: Run): Target {
  switch (run.status) {
    case "stale":
      return { preview: { status: "none" }, choices: forget(target.choices, run.keys), run };
    case "done":
      return { ...target, choices: {}, run };
    default:
      return { ...target, run };
  }
}

// What will be sent for a target; nothing, where there is nothing to send.
export function toSend({ preview, choices, run }: Target): readonly Entry[] {
  if (preview.status !== "ready" || run.status === "done") return [];
  return taken(preview.entries, choices);
}

// The entries that the server found changed: it names them by their place in what was sent.
export function staleKeys(sent: readonly Entry[], { details }: Problem): string[] {
  const places = Array.isArray(details.stale) ? details.stale : [];
  return places.flatMap((place) => sent[Number(place)] ?? []).map(keyOf);
}

// How a copy ended that was refused. Gone entries are no more than changed ones: nothing was
// copied, and a fresh look shows what there is.
export function refused(sent: readonly Entry[], problems: readonly Problem[]): Run {
  const old = problems.find(({ code }) => code === "CONFLICT" || code === "NOT_FOUND");
  if (!old) return { status: "failed", problems };
  return { status: "stale", message: old.message, keys: staleKeys(sent, old) };
}
