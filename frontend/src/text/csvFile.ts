type Value = string | number | null | undefined;

// As RFC 4180 has it, with a mark by which spreadsheets know UTF-8.
export const csvFile = (lines: readonly (readonly Value[])[]): string => `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;

// A spreadsheet runs what begins like a formula, and an attacker may choose a browser's name: an
// apostrophe before it makes it text.
function cell(value: Value): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
