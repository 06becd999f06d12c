// The texts of the documents in a manifest, as tools write one: an object of ids and texts, or a list of texts.
// Nothing typed: none. Undefined: it is neither.
export function documentsIn(manifest: string): string[] | undefined {
  if (manifest.trim() === "") return [];
  try {
    const read: unknown = JSON.parse(manifest);
    const texts: unknown[] = typeof read === "object" && read !== null ? Object.values(read) : [read];
    return texts.every((text) => typeof text === "string") && typeof read === "object" ? texts : undefined;
  } catch {
    return undefined;
  }
}
