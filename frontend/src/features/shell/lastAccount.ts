// The account that this tab has shown last, also before it was loaded anew. Nothing but the log's
// entry of going from one to another rests on it.
const key = "lanyard-account";

export const lastAccount = (): string | null => sessionStorage.getItem(key);

export const rememberAccount = (account: string): void => sessionStorage.setItem(key, account);

// Whoever signs in comes from no account.
export const forgetLastAccount = (): void => sessionStorage.removeItem(key);
