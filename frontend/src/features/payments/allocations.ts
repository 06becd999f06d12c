import type { AllocationInput, OwedSessionFragment } from "../../gen/types";

// What of a payment goes to each session, in cents by the session's id. What is left out gets nothing.
export type Allocations = Readonly<Record<string, number>>;

export const owing = (sessions: readonly OwedSessionFragment[]): OwedSessionFragment[] => sessions.filter(({ owed }) => (owed ?? 0) > 0);

export const allocated = (allocations: Allocations): number => Object.values(allocations).reduce((sum, cents) => sum + cents, 0);

// Divides an amount among the sessions, which come the oldest first.
export function oldestFirst(sessions: readonly OwedSessionFragment[], amount: number): Allocations {
  let left = amount;
  const parts: Record<string, number> = {};
  for (const { id, owed } of sessions) {
    const part = Math.min(owed ?? 0, left);
    if (part > 0) parts[id] = part;
    left -= Math.max(part, 0);
  }
  return parts;
}

export const allocationInput = (allocations: Allocations): AllocationInput[] =>
  Object.entries(allocations).filter(([, amount]) => amount !== 0).map(([session, amount]) => ({ session, amount }));
