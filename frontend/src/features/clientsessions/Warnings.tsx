import { plural, t } from "../../text";
import { Banner } from "../../ui/Banner";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";
import type { WholeSession } from "./sessionFields";
import { useShared } from "./sessionSearch";

// What is worth a second look at a session that was saved: none of it is a hindrance.
export function Warnings({ session }: { session: WholeSession }) {
  const { id: account } = useAccount();
  const [told] = useShared().told;
  const others = told?.session === session.id ? told.sameDay : [];
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {session.beyondAuthorization && (
        <Banner kind="warning" title={t("No authorization covers this session")}>
          {t("The client's authorizations have no session left for that day. It is saved all the same.")}
        </Banner>
      )}
      {others.length > 0 && (
        <Banner kind="warning" title={plural(others.length, "The client has {count} other session on that day", "The client has {count} other sessions on that day")}>
          {others.map(({ id, billingCode }) => (
            <TextLink key={id} to="/p/$account/client-sessions/$session" params={{ account, session: id }}>
              {t("Session with the code {code}", { code: billingCode ?? "" })}
            </TextLink>
          ))}
        </Banner>
      )}
    </div>
  );
}
