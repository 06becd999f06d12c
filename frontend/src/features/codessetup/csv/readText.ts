// A CSV file as a text; nothing, where it is not in UTF-8: letters would be lost in silence.
export async function readText(file: Blob): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
