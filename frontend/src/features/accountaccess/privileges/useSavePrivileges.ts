import { useEffect, useEffectEvent } from "react";
import { useClient } from "urql";
import { SetPrivilegesDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { problemsOf } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { plural, t } from "../../../text";
import { announce } from "../../../ui/announce";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { Change } from "./draft";
import { inputOf } from "./setInput";

// Saves all changes at once, or none, and offers to put back exactly what was there.
export function useSavePrivileges(onStale: () => void) {
  const account = useAccount();
  const { save, ...saving } = useSave(SetPrivilegesDocument);
  const putBack = usePutBack();
  const isStale = saving.problems.some(({ code }) => code === "CONFLICT");
  const stale = useEffectEvent(onStale);
  useEffect(() => {
    if (isStale) stale();
  }, [isStale]);

  const saveAll = async (changes: readonly Change[], reason: string): Promise<boolean> => {
    const saved = await save({ account: account.id, input: inputOf(changes, ({ to }) => to, reason.trim()), withLog: account.mayView("ACTIVITY_LOG") });
    const links = saved?.setPrivileges?.links;
    if (!links) return false;
    const versions = new Map(links.map(({ id, version }) => [id, version ?? 0]));
    const text = plural(changes.length, "Saved {count} change.", "Saved {count} changes.");
    toast({ text, action: { label: t("Undo"), onPress: () => void putBack(changes, versions) } });
    announce(text);
    return true;
  };
  return { ...saving, isStale, save: saveAll };
}

// The toast outlives the page: what it does must not hang on a component.
function usePutBack() {
  const client = useClient();
  const account = useAccount();
  return async (changes: readonly Change[], versions: ReadonlyMap<string, number>) => {
    const input = inputOf(changes, ({ from }) => from, t("The change before was undone."), ({ row }) => versions.get(row.id) ?? 0);
    const { error } = await client.mutation(SetPrivilegesDocument, { account: account.id, input, withLog: account.mayView("ACTIVITY_LOG") }).toPromise();
    const problem = problemsOf(error)[0]?.message;
    const text = problem ?? t("Undone: the former levels are back.");
    toast({ text, kind: problem ? "danger" : "success" });
    announce(text, !!problem);
  };
}
