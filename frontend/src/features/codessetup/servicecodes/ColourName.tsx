import type { ServiceColour } from "../../../gen/types";
import { colourClass, colourName } from "../../masterfiles/serviceColour";

export function ColourName({ colour }: { colour: ServiceColour }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-3 shrink-0 rounded-full ${colourClass[colour]}`} />
      {colourName(colour)}
    </span>
  );
}
