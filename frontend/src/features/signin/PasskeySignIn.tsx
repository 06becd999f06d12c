import { SignInByPasskeyDocument } from "../../gen/documents/features/signin/Passkey";
import type { SignedByPasskeyInput } from "../../gen/types";
import { doorClient } from "../../graphql/doorClient";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { PasskeyButton } from "./PasskeyButton";

// In place of the password and of the code.
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (username: string) => void }) {
  const send = async (input: SignedByPasskeyInput) => {
    const { data, error } = await doorClient.mutation(SignInByPasskeyDocument, { input });
    const viewer = data?.signInByPasskey?.viewer;
    if (viewer) onSignedIn(viewer.username);
    return problemsOf(error);
  };
  return <PasskeyButton label={t("Use a passkey instead")} send={send} />;
}
