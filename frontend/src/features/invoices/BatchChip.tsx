import { Layers } from "lucide-react";
import type { InvoiceOfListFragment } from "../../gen/types";
import { t } from "../../text";
import { formatMoment } from "../../text/format";
import { Chip } from "../../ui/Chip";
import { useAccount } from "../shell/viewer";

interface Props {
  // One that was generated with it, once it is known.
  of: InvoiceOfListFragment | undefined;
  onRemove: () => void;
}

// The filter by what was generated at once.
export function BatchChip({ of, onRemove }: Props) {
  const { timeZone } = useAccount();
  const text = of?.createdAt ? t("Generated at once, {moment}", { moment: formatMoment(of.createdAt, timeZone) }) : t("Generated at once");
  return (
    <span className="flex min-h-9 max-w-full min-w-0 items-center phone:min-h-11">
      <Chip icon={Layers} onRemove={onRemove} removeLabel={t("Show what was generated at other times too")}>
        {text}
      </Chip>
    </span>
  );
}
