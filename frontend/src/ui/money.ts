const plain = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The largest amount whose cents are still exact on the way through JSON and the database's 32 bits. */
const MOST_CENTS = 2_147_483_647;

/** Without the currency, as it stands in a field. */
export function formatAmount(cents: number): string {
  return plain.format(cents / 100);
}

/** Null when empty, undefined when it is no amount of money. Digits only: no floating point on the way. */
export function parseCents(text: string): number | null | undefined {
  const bare = text.replace(/[\s$]/g, "");
  if (bare === "") return null;
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{0,2}))?$/.exec(bare);
  if (!match || (match[2] === undefined && !match[3])) return undefined;
  const whole = (match[2] ?? "0").replaceAll(",", "");
  const cents = Number(whole + (match[3] ?? "").padEnd(2, "0"));
  if (cents > MOST_CENTS) return undefined;
  return match[1] && cents !== 0 ? -cents : cents;
}
