import type { AskedFragment } from "../../gen/types";
import { type Given, holdsAnything } from "../apitokens/levels";
import { levelsOf } from "../accountaccess/consent/levels";

export type Askable = AskedFragment["accounts"][number];

// An account is given as the app asks for it, and then lowered.
export const all = (accounts: readonly Askable[]): Given => Object.fromEntries(accounts.map(({ account, levels }) => [account, levelsOf(levels)]));

// Of one account there is nothing to choose; of several the person says which.
export const atFirst = (accounts: readonly Askable[]): Given => (accounts.length === 1 ? all(accounts) : {});

export const isEmpty = (given: Given): boolean => !Object.values(given).some(holdsAnything);

// An account in which everything was lowered to No Access is none that the app is let into: the API refuses one with nothing.
export const whatIsGiven = (given: Given): Given => Object.fromEntries(Object.entries(given).filter(([, levels]) => holdsAnything(levels)));
