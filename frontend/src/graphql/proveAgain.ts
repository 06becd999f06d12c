import { asking } from "./asking";

// What is to be done asks for a fresh proof. Without one it is refused once more, and said where it was asked for.
export const { ask: proveAgain, answer: provedAgain, isAsking: isProving, onAsking: onProving } = asking();
