// Hands a file to the browser's downloads. It is made here, and is nowhere on the server.
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then, or never will.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
