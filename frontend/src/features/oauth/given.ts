import type { AskedFragment } from "../../gen/types";
import { type Given, holdsAnything } from "../apitokens/levels";
import { levelsOf } from "../accountaccess/consent/levels";

export type Askable = AskedFragment["accounts"][number];

// An account is given as the app asks for it, and then lowered.
export const all = (accounts: readonly Askable[]): Given => Object.fromEntries(accounts.map(({ account, levels }) => [account, levelsOf(levels)]));

// Of one account there is nothing to choose; of several the person says which.
export const atFirst = (accounts: readonly Askable[]): Given => (accounts.length === 1 ? all(accounts) : {});

export const isEmpty = (given: Given): boolean => !Object.values(given).some(holdsAnything);
