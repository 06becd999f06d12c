import { ServiceDot } from "./ServiceDot";
import type { Service } from "./useServices";

export const ServiceName = ({ service: { name, colour } }: { service: Service }) => (
  <span className="flex min-w-0 items-center gap-1.5 text-ink-muted">
    {colour && <ServiceDot colour={colour} />}
    <span translate="no" className="truncate">{name}</span>
  </span>
);
