import { SlidersHorizontal } from "lucide-react";
import { plural, t } from "../../../text";
import { LinkButton } from "../../../ui/LinkButton";
import { SkeletonText } from "../../../ui/SkeletonText";
import { TextLink } from "../../../ui/TextLink";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { FunctionCard } from "./FunctionCard";
import type { Usernames } from "./usernames";

export function PrivilegesCard({ usernames }: { usernames: Usernames }) {
  const { id, mayEdit } = useAccount();
  return (
    <FunctionCard
      icon={SlidersHorizontal}
      title={
        <TextLink to="/p/$account/account-access/privileges" params={{ account: id }}>
          {t("Username Privileges")}
        </TextLink>
      }
      sentence={t("Say for each username what it may see and do: Full Access, View Only or No Access. Delete unused usernames.")}
      whyNot={useWhyNotEdit("ACCOUNT_ACCESS")}
      action={
        <LinkButton to="/p/$account/account-access/privileges" params={{ account: id }}>
          {mayEdit("ACCOUNT_ACCESS") ? t("Set access levels") : t("See access levels")}
        </LinkButton>
      }
    >
      {usernames ? <State usernames={usernames} /> : <div className="min-h-10"><SkeletonText width="14rem" /></div>}
    </FunctionCard>
  );
}

function State({ usernames }: { usernames: NonNullable<Usernames> }) {
  const open = usernames.filter(({ locked }) => locked === null).length;
  return (
    <>
      <p className="font-medium">{plural(open, "You can change {count} username", "You can change {count} usernames")}</p>
      <p className="mt-0.5 text-ink-muted">{open < usernames.length && t("The others say there why not: nobody changes their own, or the owner's.")}</p>
    </>
  );
}
