import { t } from "../../text";

// What is wrong with a request, in the words that whoever writes the app understands.
export function ForItsMakers({ fault }: { fault: string | null }) {
  return (
    <div className="rounded-md border bg-canvas px-3 py-2">
      <p className="text-sm text-ink-muted">{t("For its makers:")}</p>
      <p translate="no" className="wrap-anywhere">{fault}</p>
    </div>
  );
}
