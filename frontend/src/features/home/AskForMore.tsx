import { useQuery } from "urql";
import { WhoCanGrantDocument } from "../../gen/documents/features/shell/Account";
import { plural, t } from "../../text";
import { Banner } from "../../ui/Banner";
import { screens } from "../shell/screens";
import { sections } from "../shell/sections";
import { useAccount } from "../shell/viewer";

// For a username that may enter little: that this is so on purpose, and whom to ask.
export function AskForMore() {
  const account = useAccount();
  const closed = sections.filter((section) => !account.mayView(section));
  const isLittle = !account.seenAs && (closed.length > sections.length / 2 || !screens.some(({ section }) => account.mayView(section)));
  const first = closed[0];
  const [{ data }] = useQuery({ query: WhoCanGrantDocument, variables: { account: account.id, section: first ?? "CLIENTS", level: "VIEW" }, pause: !isLittle });
  if (!isLittle) return null;
  const names = data?.account?.explainAccess?.whoCanGrant ?? [];
  return (
    <Banner title={plural(closed.length, "You have No Access to {count} section of this account", "You have No Access to {count} sections of this account")}>
      {names.length > 0 ? (
        <>
          {t("These usernames can give you more:")} <span translate="no" className="font-medium text-ink">{names.join(", ")}</span>
        </>
      ) : (
        t("The owner of the account can give you more.")
      )}
    </Banner>
  );
}
