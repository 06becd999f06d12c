import { History } from "lucide-react";
import { plural, t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Checkbox } from "../../ui/Checkbox";
import { ConflictRow } from "./ConflictRow";
import { Blocked } from "./Blocked";
import type { Names } from "./EntryList";
import type { Entry } from "./choices";

interface Props {
  entry: Entry;
  isTaken: boolean;
  // How many entries that will be copied cannot be without this one.
  neededBy: number;
  // What is in its way.
  blockedBy: readonly Entry[];
  isChanged: boolean;
  isLocked: boolean;
  names: Names;
  onDecide: (take: boolean) => void;
}

export function EntryRow(props: Props) {
  const { entry, isTaken, neededBy, blockedBy, isChanged, isLocked, names, onDecide } = props;
  if (entry.state === "CONFLICT") return <ConflictRow {...props} />;
  const isIdentical = entry.state === "IDENTICAL";
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-4 py-2 phone:py-1">
      <Checkbox isSelected={isTaken} onChange={onDecide} isDisabled={isIdentical || isLocked} className="min-w-0 flex-1">
        <EntryName entry={entry} />
      </Checkbox>
      {isChanged && <ChangedBadge />}
      {neededBy > 0 && <Badge kind="info">{plural(neededBy, "Needed by {count} entry", "Needed by {count} entries")}</Badge>}
      {isIdentical ? <Badge>{t("Identical")}</Badge> : <Badge kind="accent">{t("New")}</Badge>}
      <Blocked by={blockedBy} to={names.to} />
    </div>
  );
}

export function EntryName({ entry }: { entry: Entry }) {
  return (
    <span translate="no" className="flex min-w-0 flex-1 flex-wrap gap-x-3 wrap-anywhere">
      <span className="min-w-20 font-medium">{entry.label}</span>{" "}
      <span>{entry.description}</span>
    </span>
  );
}

export function ChangedBadge() {
  return (
    <Badge kind="info" icon={History}>
      {t("Changed since you looked")}
    </Badge>
  );
}
