import { Lock } from "lucide-react";
import { useQuery } from "urql";
import { WhoCanGrantDocument } from "../../gen/documents/features/shell/Account";
import type { Section } from "../../gen/types";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { sectionTitle } from "./sections";
import { useTitle } from "./useTitle";
import { useAccount } from "./viewer";

// What stands in place of a section that may not be entered: why, and who can change that.
export function ForbiddenSection({ section }: { section: Section }) {
  const { id, seenAs } = useAccount();
  const title = sectionTitle(section);
  const [{ data }] = useQuery({ query: WhoCanGrantDocument, variables: { account: id, section, level: "VIEW" } });
  const reason = data?.account?.explainAccess;
  useTitle(title);
  return (
    <div className="page">
      <EmptyState
        isPage
        icon={Lock}
        title={seenAs ? t("This view does not show {section}", { section: title }) : t("You have No Access to {section}", { section: title })}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <LinkButton to="/p/$account/my-access" params={{ account: id }}>
              {t("See my access")}
            </LinkButton>
            {data?.account?.emergencyOffer && (
              <LinkButton to="/p/$account/emergency" params={{ account: id }}>
                {t("Emergency access")}
              </LinkButton>
            )}
          </div>
        }
      >
        {reason && (
          <>
            <p translate="no">{reason.sentence}</p>
            {!seenAs && <p className="mt-2">{t("These usernames can grant it:")}</p>}
            <ul translate="no" className="font-medium">
              {reason.whoCanGrant.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </EmptyState>
    </div>
  );
}
