import { UserPlus } from "lucide-react";
import { plural, t } from "../../../text";
import { LinkButton } from "../../../ui/LinkButton";
import { SkeletonText } from "../../../ui/SkeletonText";
import { TextLink } from "../../../ui/TextLink";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";
import { FunctionCard } from "./FunctionCard";
import { NameList } from "./NameList";
import type { Usernames } from "./usernames";

export function AllowCard({ usernames }: { usernames: Usernames }) {
  const { id, mayEdit } = useAccount();
  return (
    <FunctionCard
      icon={UserPlus}
      title={
        <TextLink to="/p/$account/account-access/allow" params={{ account: id }}>
          {t("Allow Account Access")}
        </TextLink>
      }
      sentence={t("Give somebody a username of their own for this account, so that nobody shares a password.")}
      whyNot={useWhyNotEdit("ACCOUNT_ACCESS")}
      action={
        <LinkButton to="/p/$account/account-access/allow" params={{ account: id }}>
          {mayEdit("ACCOUNT_ACCESS") ? t("Add a username") : t("See the usernames")}
        </LinkButton>
      }
    >
      {usernames ? (
        <>
          <p className="font-medium">{plural(usernames.length, "{count} username may enter this account", "{count} usernames may enter this account")}</p>
          <NameList names={usernames.map(({ username, owner }) => (owner ? t("{username} (owner)", { username: username ?? "" }) : (username ?? "")))} />
        </>
      ) : (
        <div className="min-h-10"><SkeletonText width="14rem" /></div>
      )}
    </FunctionCard>
  );
}
