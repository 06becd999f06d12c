import type { AccountAccessOverviewQuery } from "../../../gen/types";

// The usernames that may enter the account; nothing while they are being asked for.
export type Usernames = NonNullable<NonNullable<AccountAccessOverviewQuery["account"]>["usernames"]> | undefined;
