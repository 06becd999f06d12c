import { useSearch } from "@tanstack/react-router";
import { t } from "../../text";
import { TextLink } from "../../ui/TextLink";
import { forgetLastAccount } from "../shell/lastAccount";
import { useTitle } from "../shell/useTitle";
import { tellTabs } from "../../live/tabs";
import { Door } from "./Door";
import { SignInForm } from "./SignInForm";

export function SignInPage() {
  const { next } = useSearch({ from: "/sign-in" });
  useTitle(t("Sign in"));
  // The page is loaded anew: nothing that was there before the sign-in is there after it.
  const enter = (username: string) => {
    forgetLastAccount();
    tellTabs({ kind: "signed-in", username });
    location.assign(next ?? "/");
  };
  return (
    <Door title={t("Sign in")} footer={<>{t("A new practice?")} <TextLink to="/sign-up">{t("Create an account")}</TextLink></>}>
      <SignInForm onSignedIn={enter} />
    </Door>
  );
}
