interface Bounds {
  min?: number;
  max?: number;
  decimals: number;
}

/** Null when empty, undefined when it is no number within the bounds. */
export function parseNumber(text: string, { min = -Infinity, max = Infinity, decimals }: Bounds): number | null | undefined {
  const bare = text.trim();
  if (bare === "") return null;
  const shape = decimals > 0 ? new RegExp(`^-?\\d+(\\.\\d{0,${decimals}})?$`) : /^-?\d+$/;
  if (!shape.test(bare)) return undefined;
  const value = Number(bare);
  return Number.isSafeInteger(Math.trunc(value)) && value >= min && value <= max ? value : undefined;
}
