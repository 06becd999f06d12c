export const hasEnded = (until: string | null, now = Date.now()): boolean => until !== null && Date.parse(until) <= now;
