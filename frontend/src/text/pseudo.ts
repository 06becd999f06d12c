const accents: Record<string, string> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", c: "ç", n: "ñ", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", C: "Ç", N: "Ñ" };

// pseudo is an invented language: readable, a third longer, and unlike any text that was written
// without t().
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => accents[part] ?? part);
  return `⟦${accented}${"·".repeat(Math.ceil(text.length / 3))}⟧`;
}
