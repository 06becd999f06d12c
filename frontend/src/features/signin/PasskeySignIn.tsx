import { SignInByPasskeyDocument } from "../../gen/documents/features/signin/Passkey";
import type { SignedByPasskeyInput } from "../../gen/types";
import { doorClient } from "../../graphql/doorClient";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { PasskeyButton } from "./PasskeyButton";
import { useOfferedPasskeys } from "./useOfferedPasskeys";

// In place of the password and of the code: by a button, or where the browser offers it, in the field of the username.
export function PasskeySignIn({ onSignedIn }: { onSignedIn: (username: string) => void }) {
  const send = async (input: SignedByPasskeyInput) => {
    const { data, error } = await doorClient.mutation(SignInByPasskeyDocument, { input });
    const viewer = data?.signInByPasskey?.viewer;
    if (viewer) onSignedIn(viewer.username);
    return problemsOf(error);
  };
  const alone = useOfferedPasskeys(send);
  return <PasskeyButton label={t("Use a passkey instead")} send={send} alone={alone} />;
}
