// The 16 bytes of an account begin the id of everything that it owns; they fill 21 letters of the
// id, and a part of the 22nd.
const LETTERS_OF_ACCOUNT = 21;

// Whether an id is of something in the account. Whoever works for several providers may read a
// client of any of them: a client must still not be shown under the name of another provider.
export function ownedBy(account: string, id: string): boolean {
  return id.slice(0, LETTERS_OF_ACCOUNT) === account.slice(0, LETTERS_OF_ACCOUNT);
}
