import { useEffect, useEffectEvent, useState } from "react";
import { useMutation } from "urql";
import { BeHereDocument } from "../../gen/documents/features/presence/BeHere";
import type { BeHereMutation, Section } from "../../gen/types";
import { viewed } from "../../graphql/view";
import { useAccount } from "../shell/viewer";

type Present = NonNullable<NonNullable<BeHereMutation["beHere"]>["alsoHere"]>;

// The server forgets within a minute whoever says nothing more.
const pulse = 20_000;

// The others who have the same thing or page open. A tab that nobody looks at is not here.
export function useAlsoHere(id: string, editing: boolean, page: Section | null = null): Present {
  const { id: account } = useAccount();
  const [{ data }, beHere] = useMutation(BeHereDocument);
  const [window] = useState(() => crypto.randomUUID());

  const say = useEffectEvent((leaving: boolean) => viewed || void beHere({ account, id, page, window, editing, leaving }, { background: true }));
  const sayIfSeen = useEffectEvent(() => document.hidden || say(false));

  useEffect(() => void sayIfSeen(), [account, id, editing]);
  useEffect(() => {
    const timer = setInterval(sayIfSeen, pulse);
    document.addEventListener("visibilitychange", sayIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sayIfSeen);
      say(true);
    };
  }, []);
  return data?.beHere?.alsoHere ?? [];
}
