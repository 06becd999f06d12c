import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { focusHeading } from "../../ui/focusHeading";

// On another page one reads on at its heading, and where that is still to come, at its beginning.
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(() => {
    let timer: number | undefined;
    // A dialog that led here gives the focus back while it closes.
    const follow = () => {
      if (document.activeElement?.closest("[role=dialog], [role=alertdialog]")) timer = window.setTimeout(follow, 50);
      else focusPage();
    };
    const unsubscribe = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      clearTimeout(timer);
      if (fromLocation && pathChanged) timer = window.setTimeout(follow);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [router]);
}

// What is focused within the page stays so: a tab that stands above the pages it leads to, or the
// first field of a form. So does what has been opened over the page meanwhile, such as a list.
function focusPage(): void {
  const page = document.getElementById("content");
  const focused = document.activeElement;
  if (!page || page.closest("[inert], [aria-hidden=true]") || (focused !== page && page.contains(focused))) return;
  const heading = page.querySelector("h1");
  if (heading) focusHeading(heading);
  else page.focus({ preventScroll: true });
}
