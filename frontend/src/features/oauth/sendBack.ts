// Where the server lets an app be sent back to: a page, or what a scheme of the app's own opens (RFC 8252). Whatever
// would run here, or show what no server sent, is none of them.
export function leadsBack(to: string): boolean {
  if (!URL.canParse(to)) return false;
  const { protocol } = new URL(to);
  return protocol === "https:" || protocol === "http:" || protocol.includes(".");
}

export function sendBack(to: string): void {
  if (leadsBack(to)) location.assign(to);
}
