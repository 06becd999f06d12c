import { useCallback, useState } from "react";
import { useClient } from "urql";
import { ConfirmAccessDocument } from "../../../gen/documents/features/accountaccess/review/AccessReview";
import { problemsOf } from "../../../graphql/problem";
import { t } from "../../../text";
import { announce } from "../../../ui/announce";
import { toast } from "../../../ui/toast";
import { type Item, type OpenReview, isUndecided } from "./matrix";

// Keeps what a username has, at once and by a key: what was refused is said, and shown as it is now.
export function useDecide(again: (account: string) => Promise<unknown>) {
  const client = useClient();
  const [status, setStatus] = useState("");
  const tell = useCallback((text: string, isRefused = false) => {
    setStatus(text);
    announce(text, isRefused);
    if (isRefused) toast({ text, kind: "danger" });
  }, []);
  const keep = useCallback(
    async (review: OpenReview, item: Item) => {
      const name = item.username ?? "";
      const whyNot = whyNotDecide(review, item);
      if (whyNot) return tell(whyNot);
      const { error } = await client.mutation(ConfirmAccessDocument, { account: review.account.id, id: review.id, link: item.link ?? "", version: item.version ?? 0 }).toPromise();
      const problem = problemsOf(error)[0]?.message;
      tell(problem ?? t("{name} keeps what it may do in {provider}.", { name, provider: review.account.providerName }), !!problem);
      await again(review.account.id);
    },
    [client, again, tell],
  );
  return { keep, status, tell };
}

// Why nothing is to be decided here by the viewer; nothing: it is.
export function whyNotDecide({ mayDecide }: OpenReview, item: Item): string | undefined {
  if (!mayDecide) return t("You have View Only to Account Access there; to decide needs Full Access.");
  if (item.open === "OWN") return t("This is your own access. Somebody else with Full Access to Account Access confirms it.");
  if (!isUndecided(item)) return t("{by} has decided this already.", { by: item.decidedBy ?? "" });
  return undefined;
}
