// Who was signed in on this page, for signing in again as the same person. It is gone with the page.
let username: string | undefined;

export const lastUsername = (): string | undefined => username;

export function rememberUsername(name: string): void {
  username = name;
}
