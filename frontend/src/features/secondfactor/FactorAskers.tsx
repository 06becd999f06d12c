import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { PasskeyProof } from "../signin/PasskeyProof";
import type { Standing } from "./SecondFactorCard";

const names = (askers: Standing["askedBy"]) => askers.map(({ providerName, practiceName }) => `${providerName}, ${practiceName}`).join("; ");

// The accounts that cannot be entered yet, and a way in for whoever has a passkey and has signed in otherwise.
export function FactorAskers({ factor: { askedBy, passkeys }, onShown }: { factor: Standing; onShown: () => void }) {
  const byPasskey = askedBy.filter((asker) => asker.passkey);
  const byAny = askedBy.filter((asker) => !asker.passkey);
  return (
    <>
      {byAny.length > 0 && (
        <Banner kind="warning" title={t("Needed to enter")}>
          <span translate="no">{names(byAny)}</span>
        </Banner>
      )}
      {byPasskey.length > 0 && (
        <Banner kind="warning" title={t("A passkey is needed to enter")}>
          <span translate="no">{names(byPasskey)}</span>
          {passkeys.length > 0 && <PasskeyProof onProven={onShown} />}
        </Banner>
      )}
    </>
  );
}
