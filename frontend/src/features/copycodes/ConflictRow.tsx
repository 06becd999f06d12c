import { GitCompareArrows } from "lucide-react";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { RadioGroup } from "../../ui/RadioGroup";
import { Blocked } from "./Blocked";
import { ChangedBadge, EntryName } from "./EntryRow";
import type { Names } from "./EntryList";
import type { Entry } from "./choices";
import { fieldName, fieldValue } from "../masterfiles/fields";

interface Props {
  entry: Entry;
  isTaken: boolean;
  blockedBy: readonly Entry[];
  isChanged: boolean;
  isLocked: boolean;
  names: Names;
  onDecide: (take: boolean) => void;
}

// An entry that is there and differs: both versions, field by field, and the choice between them.
export function ConflictRow({ entry, isTaken, blockedBy, isChanged, isLocked, names, onDecide }: Props) {
  return (
    <div className={`flex flex-col gap-2 px-4 py-2.5 ${isTaken ? "bg-draft-soft" : ""}`}>
      <div className="flex items-center gap-3">
        <GitCompareArrows aria-hidden size={16} className="w-4 shrink-0 text-warning-ink" />
        <EntryName entry={entry} />
        {isChanged && <ChangedBadge />}
        <Badge kind="warning">{t("Conflict")}</Badge>
      </div>
      <div className="ml-7 flex flex-wrap items-start gap-x-8 gap-y-3 phone:ml-0">
        <Differences entry={entry} names={names} isTaken={isTaken} />
        <RadioGroup
          label={t("{entry}: keep theirs or replace", { entry: entry.label })}
          labelHidden
          orientation="horizontal"
          isDisabled={isLocked}
          options={[
            { value: "keep", label: t("Keep theirs") },
            { value: "replace", label: t("Replace") },
          ]}
          value={isTaken ? "replace" : "keep"}
          onChange={(choice) => onDecide(choice === "replace")}
        />
      </div>
      <Blocked by={blockedBy} to={names.to} />
    </div>
  );
}

// The one that will not be is struck out; the choice beside it says the same in words.
function Differences({ entry, names, isTaken }: Pick<Props, "entry" | "names" | "isTaken">) {
  const [theirs, ours] = isTaken ? ["line-through text-ink-muted", "font-medium"] : ["font-medium", "text-ink-muted"];
  return (
    <table className="min-w-0 flex-1 basis-96 text-left text-sm phone:basis-full">
      <caption className="sr-only">{t("What differs in {entry}", { entry: entry.label })}</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className="w-1/4 pr-3 font-normal">{t("Field")}</th>
          <th scope="col" className="w-3/8 pr-3 font-normal">{t("Theirs: {provider}", { provider: names.to })}</th>
          <th scope="col" className="w-3/8 font-normal">{t("From {provider}", { provider: names.from })}</th>
        </tr>
      </thead>
      <tbody>
        {entry.differences.map((difference) => (
          <tr key={difference.field} className="align-top">
            <th scope="row" className="pr-3 font-normal text-ink-muted">{fieldName(difference.field)}</th>
            <td translate="no" className={`pr-3 wrap-anywhere ${theirs}`}>{fieldValue(difference.field, difference.theirs)}</td>
            <td translate="no" className={`wrap-anywhere ${ours}`}>{fieldValue(difference.field, difference.ours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
