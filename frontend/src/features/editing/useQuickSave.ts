import type { TypedDocumentNode } from "@urql/core";
import { useMutation } from "urql";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { toast } from "../../ui/toast";
import { changedSince } from "./changed";
import { isStale } from "./theirs";
import type { Words } from "./words";

interface About<Fields> {
  // As it was shown, and what its fields are called.
  shown: Fields;
  labels: Words<Fields>["labels"];
  // Opens what somebody else has changed meanwhile.
  open?: () => void;
}

// useQuickSave sends a change that is made with one press, straight from a list. What goes wrong is
// said in passing: there is no form that could lose anything.
export function useQuickSave<Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>) {
  const [, execute] = useMutation(document);
  return async <Fields extends object>(variables: Variables, about?: About<Fields>): Promise<Data | undefined> => {
    const { data, error } = await execute(variables);
    const problems = problemsOf(error);
    const [problem] = problems;
    if (!problem) return data;
    if (!about || !isStale(problem)) return void toast({ kind: "danger", text: problem.message });
    const { shown, labels, open } = about;
    const fields = changedSince(problems, shown, { labels, show: () => null }).map(({ label }) => label);
    toast({ kind: "danger", text: staleText(fields), ...(open && { action: { label: t("Open it"), onPress: open } }) });
    return undefined;
  };
}

const staleText = (fields: string[]) =>
  fields.length > 0
    ? t("Somebody else has just changed this: {fields}. It is shown anew: look, and try again.", { fields: fields.join(", ") })
    : t("Somebody else has just changed this. It is shown anew: look, and try again.");
