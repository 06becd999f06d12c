import { type Dispatch, type SetStateAction, createContext, useContext } from "react";

type Search = [text: string, setText: Dispatch<SetStateAction<string>>];

// What is searched for is most often a client's name. It is kept while one goes to a client and
// back, but not in the address: the browser keeps that in its history.
export const ClientSearchContext = createContext<Search | null>(null);

export function useClientSearch(): Search {
  const search = useContext(ClientSearchContext);
  if (!search) throw new Error("useClientSearch stands outside of Clients");
  return search;
}
