import { CircleCheck, CircleX } from "lucide-react";
import type { SheetPartsFragment } from "../../gen/types";
import { t } from "../../text";
import { MendLink } from "./MendLink";

type Box = NonNullable<SheetPartsFragment["boxes"]>[number];

interface Props {
  boxes: readonly Box[];
  // The client's id, for what is mended there.
  client: string;
  // Whatever is generated was ready.
  isDraft?: boolean;
}

// The boxes of a claim: what is missing comes first, and each says by word and sign how it stands.
export function ClaimBoxes({ boxes, client, isDraft = false }: Props) {
  const sorted = [...boxes.filter(({ isReady }) => !isReady), ...boxes.filter(({ isReady, value }) => isReady && value !== "")];
  return (
    <ul aria-label={t("Boxes of the form CMS-1500")} className="divide-y divide-line">
      {sorted.map((box) => (
        <li key={box.number} className="grid grid-cols-[4rem_1fr_auto] gap-x-3 py-2">
          <span translate="no" className="font-medium tabular-nums">
            {box.number}
          </span>
          <div className="min-w-0">
            <p className="text-sm text-ink-muted">{box.title}</p>
            {box.value && (
              <p translate="no" className="wrap-anywhere">
                {box.value}
              </p>
            )}
            {!box.isReady && <Missing box={box} client={client} />}
          </div>
          {box.isReady && isDraft && <Ready />}
        </li>
      ))}
    </ul>
  );
}

function Ready() {
  return (
    <p className="flex items-center gap-1 self-start text-sm text-success-ink">
      <CircleCheck aria-hidden size={14} className="shrink-0" />
      {t("Ready")}
    </p>
  );
}

function Missing({ box, client }: { box: Box; client: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-danger-ink">
      <p className="flex items-start gap-1">
        <CircleX aria-hidden size={14} className="mt-1 shrink-0" />
        {box.reason}
      </p>
      {box.mend && <MendLink section={box.mend} client={client} />}
    </div>
  );
}
