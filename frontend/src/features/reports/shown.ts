import { t } from "../../text";
import { formatDate } from "../../text/format";
import type { Days } from "./periods";
import type { Sheet } from "./PrintSheet";

export interface ReportProps {
  print: (sheet: Sheet) => void;
}

export interface DatedProps extends ReportProps {
  days: Days;
}

export const span = ({ from, until }: Days): string => t("{from} – {until}", { from: formatDate(from), until: formatDate(until) });

const short = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", notation: "compact", maximumFractionDigits: 1 });

export const shortMoney = (dollars: number): string => short.format(dollars);
