import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { SignInPage } from "../features/signin/SignInPage";

// Where to go afterwards: a page of this app, never another site.
const search = v.object({ next: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\/(p\/|oauth\/authorize\?)/)), "/")) });

export const Route = createFileRoute("/sign-in")({ validateSearch: search, component: SignInPage });
