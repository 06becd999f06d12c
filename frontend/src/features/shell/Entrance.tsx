import { Navigate } from "@tanstack/react-router";
import { useQuery } from "urql";
import { ViewerDocument } from "../../gen/documents/features/shell/Viewer";
import { problemsOf } from "../../graphql/problem";
import { CannotLoad } from "./CannotLoad";
import { LaterPasswordChange } from "./LaterPasswordChange";
import { LaterProveAgainDialog } from "./LaterProveAgainDialog";
import { NoAccount } from "./NoAccount";
import { PageSkeleton } from "./PageSkeleton";

// Where the address says no account: to the sign-in page, or into the viewer's home account.
export function Entrance() {
  const [{ data, error, fetching }, again] = useQuery({ query: ViewerDocument, requestPolicy: "network-only" });
  if (fetching) return <PageSkeleton />;
  if (error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Navigate to="/sign-in" replace />;
  if (viewer.passwordChangeRequired) {
    return (
      <>
        <LaterPasswordChange reason={viewer.passwordChangeRequired} username={viewer.username} />
        <LaterProveAgainDialog />
      </>
    );
  }
  const account = viewer.homeAccount?.id ?? viewer.accounts[0]?.id;
  if (!account) {
    return (
      <>
        <NoAccount username={viewer.username} />
        <LaterProveAgainDialog />
      </>
    );
  }
  return <Navigate to="/p/$account" params={{ account }} replace />;
}
