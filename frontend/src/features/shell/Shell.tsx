import { Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useQuery } from "urql";
import { ViewerDocument } from "../../gen/documents/features/shell/Viewer";
import type { ViewerQuery } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { signInAgain } from "../../graphql/signInAgain";
import { onViewOver, viewIsOver } from "../../graphql/view";
import { t } from "../../text";
import { later } from "../../ui/later";
import { SkipLink } from "../../ui/SkipLink";
import { lastUsername, rememberUsername } from "../signin/lastUsername";
import { usePaletteKey } from "../palette/opening";
import { CannotLoad } from "./CannotLoad";
import { Header } from "./Header";
import { LaterPasswordChange } from "./LaterPasswordChange";
import { LaterProveAgainDialog } from "./LaterProveAgainDialog";
import { PageSkeleton } from "./PageSkeleton";
import { SideMenu } from "./SideMenu";
import { leaveFor } from "./useLeaving";
import { useFocusOnNavigation } from "./useFocusOnNavigation";
import { useNoteSwitch } from "./useNoteSwitch";
import { useLiveViewer } from "../../live/useLiveViewer";
import { AccountContext, ViewerContext, openAccount } from "./viewer";

const LaterSignInAgainDialog = later(() => import("../signin/SignInAgainDialog").then((module) => module.SignInAgainDialog));
const LaterEndingDialog = later(() => import("../signin/EndingDialog").then((module) => module.EndingDialog));
const LaterEmergencyBanner = later(() => import("../emergency/EmergencyBanner").then((module) => module.EmergencyBanner));
const LaterViewBanner = later(() => import("../viewas/ViewBanner").then((module) => module.ViewBanner), () => <div className="h-13" />);
const LaterViewOver = later(() => import("../viewas/ViewOver").then((module) => module.ViewOver), PageSkeleton);
const LaterPalette = later(() => import("../palette/Palette").then((module) => module.Palette));
const LaterToastRegion = later(() => import("../../ui/ToastRegion").then((module) => module.ToastRegion));
const LaterAccountGone = later(() => import("./AccountGone").then((module) => module.AccountGone), PageSkeleton);

// What stands around the pages of an account, whatever they show.
export function Shell({ accountId }: { accountId: string }) {
  return (
    <>
      <Frame accountId={accountId} />
      <LaterEndingDialog />
      <LaterSignInAgainDialog />
      <LaterProveAgainDialog />
      <LaterToastRegion />
    </>
  );
}

// Who is signed in, whose account this is, and the sections that may be entered.
function Frame({ accountId }: { accountId: string }) {
  const [{ data, error }, again] = useQuery({ query: ViewerDocument, requestPolicy: "cache-and-network" });
  const path = useRouterState({ select: (state) => state.location.href });
  const viewer = useViewerOnScreen(data);
  useLiveViewer(again);
  usePaletteKey();
  useFocusOnNavigation();
  useEffect(() => {
    if (viewer) expectUsername(viewer.username);
  }, [viewer]);
  const mine = viewer?.accounts.find(({ id }) => id === accountId);
  const seenAs = viewer?.look?.username;
  const account = useMemo(() => mine && openAccount(mine, seenAs), [mine, seenAs]);
  const isViewOver = useSyncExternalStore(onViewOver, viewIsOver);
  useNoteSwitch(account?.id, viewer?.homeAccount?.id);

  if (isViewOver) return <LaterViewOver account={accountId} />;
  if (!viewer && error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data && !viewer) return <PageSkeleton />;
  if (!viewer) return <Navigate to="/sign-in" search={{ next: path }} replace />;
  if (viewer.passwordChangeRequired) return <LaterPasswordChange reason={viewer.passwordChangeRequired} username={viewer.username} />;
  if (!account) {
    return (
      <>
        {seenAs && <LaterViewBanner account={viewer.accounts[0]?.id ?? accountId} username={seenAs} />}
        <LaterAccountGone account={accountId} viewer={viewer} />
      </>
    );
  }
  return (
    <ViewerContext value={viewer}>
      <AccountContext value={account}>
        <SkipLink target="content" />
        <LaterPalette />
        <Header />
        {seenAs && <LaterViewBanner account={account.id} username={seenAs} />}
        {account.myEmergency && <LaterEmergencyBanner emergency={account.myEmergency} />}
        <div className="flex min-h-0 flex-1">
          <SideMenu />
          <main id="content" tabIndex={-1} aria-label={t("Page")} className="min-w-0 flex-1 outline-none">
            <Outlet key={account.id} />
          </main>
        </div>
      </AccountContext>
    </ViewerContext>
  );
}

// An ended sign-in does not take the page away, with what was typed on it: it asks to sign in again.
function useViewerOnScreen(data: ViewerQuery | undefined): ViewerQuery["viewer"] | undefined {
  const [shown, setShown] = useState(data?.viewer);
  if (data?.viewer && data.viewer !== shown) setShown(data.viewer);
  const hasEnded = data?.viewer === null && shown != null;
  useEffect(() => {
    if (hasEnded) void signInAgain();
  }, [hasEnded]);
  return data?.viewer ?? shown;
}

// Whoever signs in as somebody else meanwhile, in another tab, gets a page of their own: what was typed
// here is not theirs to save.
function expectUsername(username: string): void {
  const before = lastUsername();
  if (before !== undefined && before !== username) return leaveFor("/");
  rememberUsername(username);
}
