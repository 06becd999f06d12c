import { Navigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useQuery } from "urql";
import { WhatAnAppAsksForDocument } from "../../gen/documents/features/oauth/Authorize";
import { problemsOf } from "../../graphql/problem";
import { signedInAgain } from "../../graphql/signInAgain";
import { type Word, onWord } from "../../live/tabs";
import { later } from "../../ui/later";
import { CannotLoad } from "../shell/CannotLoad";
import { LaterPasswordChange } from "../shell/LaterPasswordChange";
import { LaterProveAgainDialog } from "../shell/LaterProveAgainDialog";
import { PageSkeleton } from "../shell/PageSkeleton";
import { lastUsername, rememberUsername } from "../signin/lastUsername";
import { AskedPage } from "./AskedPage";

const LaterSignInAgainDialog = later(() => import("../signin/SignInAgainDialog").then((module) => module.SignInAgainDialog));
const LaterToastRegion = later(() => import("../../ui/ToastRegion").then((module) => module.ToastRegion));

// Where apps of others send a person's browser, to be let in.
export function AuthorizePage() {
  useEffect(() => onWord(hear), []);
  return (
    <>
      <Asked />
      <LaterSignInAgainDialog />
      <LaterProveAgainDialog />
      <LaterToastRegion />
    </>
  );
}

// The query is taken as it came, and not as the router reads it: the server compares it to the letter.
function Asked() {
  const query = location.search.slice(1);
  const [{ data, error, fetching }, again] = useQuery({ query: WhatAnAppAsksForDocument, variables: { query }, requestPolicy: "network-only" });
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer) rememberUsername(viewer.username);
  }, [viewer]);
  if (!data && fetching) return <PageSkeleton />;
  if (viewer === null) return <Navigate to="/sign-in" search={{ next: `/oauth/authorize?${query}` }} replace />;
  if (viewer?.passwordChangeRequired) return <LaterPasswordChange reason={viewer.passwordChangeRequired} username={viewer.username} />;
  if (!viewer?.authorizationRequest) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <AskedPage query={query} viewer={viewer} asked={viewer.authorizationRequest} />;
}

// Whoever signs in as somebody else meanwhile, in another tab, is asked as themself: what was chosen here is not theirs.
function hear(word: Word): void {
  if (word.kind === "signed-in" && word.username === lastUsername()) signedInAgain();
  else if (word.kind === "signed-in" || word.kind === "signed-out") location.reload();
}
