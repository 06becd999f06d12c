import type { MyPasswordQuery } from "../../gen/types";
import { t } from "../../text";
import { formatAgo, formatMoment } from "../../text/format";
import { Banner } from "../../ui/Banner";
import { useAccount } from "../shell/viewer";

export type Password = NonNullable<NonNullable<MyPasswordQuery["viewer"]>["password"]>;

// How old the password is, and whether there is a reason to change it.
export function PasswordStanding({ password: { changedAt, isOld, typedBy, typedAt } }: { password: Password }) {
  const { timeZone } = useAccount();
  return (
    <div className="flex flex-col gap-3">
      <p title={formatMoment(changedAt, timeZone)}>{t("You chose it {ago}.", { ago: formatAgo(changedAt) })}</p>
      {typedBy && typedAt && (
        <Banner kind="warning" title={t("Somebody else knows this password")}>
          {t("{name} typed it into Access Other Accounts on {moment}. Choose a new one: what {name} may do stays as it is set in Username Privileges.", { name: typedBy, moment: formatMoment(typedAt, timeZone) })}
        </Banner>
      )}
      {isOld && !typedBy && <Banner>{t("Your practice asks to be reminded of a password's age. You can change it, and need not: a good password does not wear out.")}</Banner>}
    </div>
  );
}
