import { useEffect, useEffectEvent, useState } from "react";
import { useClient } from "urql";
import { BeHereDocument } from "../../gen/documents/features/presence/BeHere";
import type { BeHereMutation } from "../../gen/types";
import { useAccount } from "../shell/viewer";

type Present = NonNullable<NonNullable<BeHereMutation["beHere"]>["alsoHere"]>;

// The server forgets within a minute whoever says nothing more.
const pulse = 20_000;

// The others who have the same thing open. A tab that nobody looks at is not here.
export function useAlsoHere(id: string, editing: boolean): Present {
  const { id: account } = useAccount();
  const client = useClient();
  const [others, setOthers] = useState<Present>([]);
  const [window] = useState(() => crypto.randomUUID());

  const say = useEffectEvent(async (leaving: boolean) => {
    const { data } = await client.mutation(BeHereDocument, { account, id, window, editing, leaving }, { background: true }).toPromise();
    setOthers(data?.beHere?.alsoHere ?? []);
  });
  const sayIfSeen = useEffectEvent(() => void (document.hidden || say(false)));

  useEffect(() => sayIfSeen(), [account, id, editing]);
  useEffect(() => {
    const timer = setInterval(sayIfSeen, pulse);
    document.addEventListener("visibilitychange", sayIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sayIfSeen);
      void say(true);
    };
  }, []);
  return others;
}
