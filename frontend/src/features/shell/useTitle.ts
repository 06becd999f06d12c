import { useContext, useEffect } from "react";
import { AccountContext, ViewerContext } from "./viewer";

// The tab says the page, whose account it is of and who is signed in: with several tabs open
// nobody writes into the wrong provider's account.
export function useTitle(page: string): void {
  const account = useContext(AccountContext);
  const viewer = useContext(ViewerContext);
  const title = [page, account?.providerName, viewer?.username, "Lanyard"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
