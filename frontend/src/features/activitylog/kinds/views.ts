import { Eye, EyeOff } from "lucide-react";
import { t } from "../../../text";
import { data } from "../data";
import { type Entry, type Kind, who } from "../entry";

// What was seen in a view is told by its own entries, which say as whom.
export const viewKinds: Record<string, Kind> = {
  "view.began": { label: () => t("View as another username begun"), icon: Eye, say: (e) => t("{who} began to see this account as {seen}", { who: self(e), seen: seen(e) }) },
  "view.ended": { label: () => t("View as another username left"), icon: EyeOff, say: (e) => t("{who} no longer sees this account as {seen}", { who: self(e), seen: seen(e) }) },
};

const self = (entry: Entry): string => who({ ...entry, seenAs: null });

const seen = ({ seenAs }: Entry): string => data(seenAs ?? "");
