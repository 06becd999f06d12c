// A masked number means: as it is.
export const isMasked = (number: string): boolean => number.includes("•");
