import type { ServiceColour } from "../../gen/types";
import { colourClass } from "../masterfiles/serviceColour";

// Its edge is of the text's colour, so that it is seen on every ground.
export const ServiceDot = ({ colour }: { colour: ServiceColour }) => <span aria-hidden className={`size-2 shrink-0 rounded-full ring-1 ring-current ${colourClass[colour]}`} />;
