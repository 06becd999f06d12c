import { asking } from "./asking";

// Somebody's sign-in has ended while they work.
export const { ask: signInAgain, answer: signedInAgain, isAsking, onAsking } = asking();
