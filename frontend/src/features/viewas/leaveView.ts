import { EndViewDocument } from "../../gen/documents/features/viewas/ViewAs";
import { doorClient } from "../../graphql/doorClient";
import { forgetView, viewed } from "../../graphql/view";
import { leaveFor } from "../shell/useLeaving";

// Asked for as the person themself: a view changes nothing, the log neither. What is refused is left all the same.
export async function leaveView(account: string): Promise<void> {
  await doorClient.mutation(EndViewDocument, { account, link: viewed }).toPromise();
  dropView(`/p/${account}/account-access/privileges`);
}

export function dropView(path: string): void {
  forgetView();
  leaveFor(path);
}
