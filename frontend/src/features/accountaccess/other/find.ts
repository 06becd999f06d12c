// What Find Account gave, and until when it can be joined. The password is not part of it: nobody
// needs it any more.
export interface Find {
  id: string;
  username: string;
  providerName: string;
  practiceName: string;
  until: number;
}

export interface Joined {
  id: string;
  providerName: string;
  practiceName: string;
}

// How long the server lets a find be joined.
export const lasts = 10 * 60_000;
