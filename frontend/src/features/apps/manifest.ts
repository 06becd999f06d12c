// The texts of the documents in a manifest, as tools write one: an object of ids and texts, a list of texts, or
// Apollo's, whose operations have a body each. Nothing typed: none. Undefined: it is none of these.
export function documentsIn(manifest: string): string[] | undefined {
  if (manifest.trim() === "") return [];
  try {
    const read: unknown = JSON.parse(manifest);
    if (typeof read !== "object" || read === null) return undefined;
    const texts: unknown[] = "operations" in read && Array.isArray(read.operations) ? read.operations.map(bodyOf) : Object.values(read);
    return texts.every((text) => typeof text === "string") ? texts : undefined;
  } catch {
    return undefined;
  }
}

const bodyOf = (operation: unknown): unknown => (typeof operation === "object" && operation !== null && "body" in operation ? operation.body : undefined);
