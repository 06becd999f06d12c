import type { ReactNode } from "react";
import { sections } from "../../shell/sections";
import type { LinePlace } from "./GridLines";
import { GridRow, type GridRowProps } from "./GridRow";
import { detailsId } from "./UsernameCell";

interface Props extends GridRowProps {
  index: number;
  place: LinePlace | undefined;
  details: ReactNode;
}

// A username's line, and below it the details when its plus sign has opened them.
export function GridItem({ index, place, details, ...line }: Props) {
  const position = place && { ref: place.ref, "data-index": index, className: "absolute inset-x-0", style: { top: place.top } };
  return (
    <div role="presentation" {...position}>
      <GridRow {...line} />
      {line.isOpen && (
        <div role="row" aria-rowindex={line.line}>
          <div role="gridcell" aria-colspan={sections.length + 1} id={detailsId(line.row)} className="sticky left-0 w-[100cqw] border-b border-line bg-canvas">
            {details}
          </div>
        </div>
      )}
    </div>
  );
}
