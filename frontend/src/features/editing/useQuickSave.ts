import type { TypedDocumentNode } from "@urql/core";
import { useMutation } from "urql";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { toast } from "../../ui/toast";

// useQuickSave sends a change that is made with one press, straight from a list. What goes wrong is
// said in passing: there is no form that could lose anything. open opens what somebody else has
// changed meanwhile.
export function useQuickSave<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
): (variables: Variables, open?: () => void) => Promise<Data | undefined> {
  const [, execute] = useMutation(document);
  return async (variables, open) => {
    const { data, error } = await execute(variables);
    const [problem] = problemsOf(error);
    if (!problem) return data;
    const isStale = problem.code === "CONFLICT";
    toast({
      kind: "danger",
      text: isStale ? t("Somebody else has just changed this. It is shown anew: look, and try again.") : problem.message,
      ...(isStale && open && { action: { label: t("Open it"), onPress: open } }),
    });
    return undefined;
  };
}
