import type { ReactNode } from "react";
import { Provider } from "urql";
import { client } from "./client";

// Stands around the pages of whoever is signed in.
export function ClientProvider({ children }: { children: ReactNode }) {
  return <Provider value={client}>{children}</Provider>;
}
