import { AppWindow, DoorClosed, DoorOpen, FileCheck, KeyRound, Pencil, Search, Trash2 } from "lucide-react";
import { plural, t } from "../../../text";
import { sections } from "../../shell/sections";
import { changesOf, inWords } from "../changes";
import { data } from "../data";
import { type Entry, type Kind, type Telling, isStranger, who } from "../entry";

// The apps of others that an account has registered or lets in.
export const appKinds: Record<string, Kind> = {
  "app.listed": { label: () => t("Apps listed"), icon: AppWindow, say: (e) => plural(e.rowCount ?? 0, "{who} looked at the apps: {count}", "{who} looked at the apps: {count}", { who: who(e) }) },
  "app.found": { label: () => t("App looked up by its client ID"), icon: Search, say: (e) => t("{who} looked the app {app} up by its client ID", about(e)) },
  "app.registered": { label: () => t("App registered"), icon: AppWindow, say: (e) => t("{who} registered the app {app}, and let it into this account", about(e)) },
  "app.changed": {
    label: () => t("App changed"),
    icon: Pencil,
    say: (e) => (isStranger(e) ? t("{who}, from another account, changed the app {app}, which is let in here", about(e)) : t("{who} changed the app {app}", about(e))),
  },
  "app.documents": { label: () => t("App documents registered"), icon: FileCheck, say: (e) => t("{who} said by which registered documents the app {app} asks", about(e)) },
  "app.secret": { label: () => t("App given another secret"), icon: KeyRound, say: (e) => t("{who} gave the app {app} another secret", about(e)) },
  "app.deleted": {
    label: () => t("App deleted"),
    icon: Trash2,
    say: (e) => (isStranger(e) ? t("{who}, from another account, deleted the app {app}, which was let in here", about(e)) : t("{who} deleted the app {app}", about(e))),
  },
  "app.let_in": { label: () => t("App let into the account"), icon: DoorOpen, say: letIn },
  "app.shut_out": { label: () => t("App shut out of the account"), icon: DoorClosed, say: (e) => t("{who} shut the app {app} out of this account", about(e)) },
};

// An app is let in with the most that it may do, and the same act changes that later.
function letIn(e: Entry, { zone }: Telling): string {
  const levels = changesOf(e, zone).filter(({ key }) => (sections as string[]).includes(key));
  if (levels.length === 0) return t("{who} let the app {app} into this account", about(e));
  return t("{who} let the app {app} do in this account at most: {changes}", { ...about(e), changes: inWords(levels) });
}

function about(e: Entry) {
  const [before, after] = e.changes?.["app"] ?? [];
  const name = after ?? before;
  return { who: who(e), app: typeof name === "string" && name !== "" ? data(name) : t("of others") };
}
