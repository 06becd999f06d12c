import { t } from "../../text";
import type { Zone } from "../../text/format";
import { toast } from "../../ui/toast";
import type { Appointment } from "./status";
import { clockText, wallTime } from "./wallTime";

interface Telling {
  text: string;
  // Others at the same time: it is saved nonetheless.
  overlapping: readonly Appointment[] | null;
  zone: Zone;
  undo?: () => void;
}

// Says that something was saved, whom it meets, and how to take it back.
export function tell({ text, overlapping, zone, undo }: Telling): void {
  const others = (overlapping ?? []).map((other) => inShort(other, zone));
  const warning = others.length > 0;
  toast({
    kind: warning ? "warning" : "success",
    text: warning ? t("{text} At the same time: {others}.", { text, others: others.join(", ") }) : text,
    ...(undo && { action: { label: t("Undo"), onPress: undo } }),
  });
}

const inShort = ({ client, start }: Appointment, zone: Zone) => `${client?.displayName ?? ""} (${start ? clockText(wallTime(start, zone)) : ""})`;
