import { plural, t } from "../../text";
import { formatAgo } from "../../text/format";
import { Banner } from "../../ui/Banner";
import type { Standing } from "./SecondFactorCard";

// So few codes are left that it is time for new ones.
const few = 3;

export function FactorStanding({ factor: { authenticatorSince, recoveryCodesLeft, passkeys } }: { factor: Standing }) {
  if (!authenticatorSince && passkeys.length === 0) return <p>{t("You have none. The password alone signs you in.")}</p>;
  const left = plural(recoveryCodesLeft, "{count} recovery code is left.", "{count} recovery codes are left.");
  return (
    <>
      <p>{authenticatorSince ? t("Your authenticator app was set up {ago}. {left}", { ago: formatAgo(authenticatorSince), left }) : left}</p>
      {recoveryCodesLeft < few && <Banner kind="warning">{t("Make new recovery codes before the last one is used: without your device they are the only way in.")}</Banner>}
    </>
  );
}
