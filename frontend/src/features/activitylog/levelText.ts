import { t } from "../../text";
import { type Zone, formatMoment } from "../../text/format";
import { type Level, levelName } from "../../ui/level";

const shape = /^(NONE|VIEW|FULL)(?: from (\S+))?(?: until (\S+))?$/;

// A level as the log keeps it, such as "VIEW until 2027-02-03T00:00:00Z", in the words of the
// screen; nothing, where it is no level.
export function levelText(value: unknown, zone: Zone): string | undefined {
  const found = typeof value === "string" ? shape.exec(value) : null;
  if (!found) return undefined;
  const [, level, from, until] = found;
  const name = levelName(level as Level);
  if (from && until) return t("{level} from {from} until {until}", { level: name, from: formatMoment(from, zone), until: formatMoment(until, zone) });
  if (from) return t("{level} from {from}", { level: name, from: formatMoment(from, zone) });
  if (until) return t("{level} until {until}", { level: name, until: formatMoment(until, zone) });
  return name;
}
