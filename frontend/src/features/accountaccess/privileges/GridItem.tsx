import type { ReactNode, Ref } from "react";
import { sections } from "../../shell/sections";
import { GridRow, type GridRowProps } from "./GridRow";
import { detailsId } from "./UsernameCell";

interface Props extends GridRowProps {
  ref: Ref<HTMLDivElement>;
  index: number;
  top: number;
  details: ReactNode;
}

// A username's line, and below it the details when its plus sign has opened them.
export function GridItem({ ref, index, top, details, ...line }: Props) {
  return (
    <div role="presentation" ref={ref} data-index={index} className="absolute inset-x-0" style={{ top }}>
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
