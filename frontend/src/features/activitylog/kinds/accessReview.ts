import { ClipboardCheck, ClipboardList, ListChecks, UserRoundCheck } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who, whom } from "../entry";

// Reviews of who may enter the account.
export const accessReviewKinds: Record<string, Kind> = {
  "access.review.started": { label: () => t("Access Review started"), icon: ClipboardList, say: (e) => t("{who} began to review who may enter this account", { who: who(e) }) },
  "access.review.decided": { label: () => t("Access confirmed"), icon: UserRoundCheck, say: (e) => t("{who} confirmed what {whom} may do in this account", { who: who(e), whom: whom(e) }) },
  "access.reviewed": { label: () => t("Access Review finished"), icon: ClipboardCheck, say: (e) => t("{who} finished the review of who may enter this account", { who: who(e) }) },
  "access.review.listed": { label: () => t("Access Reviews listed"), icon: ListChecks, say: (e) => t("{who} looked at an Access Review of this account", { who: who(e) }) },
};
