import { ProveAgainByPasskeyDocument } from "../../gen/documents/features/signin/Passkey";
import type { SignedByPasskeyInput } from "../../gen/types";
import { doorClient } from "../../graphql/doorClient";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { PasskeyButton } from "./PasskeyButton";

export function PasskeyProof({ onProven }: { onProven: () => void }) {
  const send = async (input: SignedByPasskeyInput) => {
    const { data, error } = await doorClient.mutation(ProveAgainByPasskeyDocument, { input });
    if (data?.proveAgainByPasskey) onProven();
    return problemsOf(error);
  };
  return <PasskeyButton label={t("Use a passkey")} send={send} />;
}
