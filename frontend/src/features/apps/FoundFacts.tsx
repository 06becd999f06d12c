import { t } from "../../text";
import { DescriptionList } from "../../ui/DescriptionList";
import type { Found } from "./LetInDialog";

export function FoundFacts({ found: { name, purpose, website, registeredBy, hosts } }: { found: Found }) {
  const rows = [
    { label: t("Purpose"), value: purpose },
    { label: t("Registered by"), value: t("the account of {provider}", { provider: registeredBy ?? "" }) },
    { label: t("Website of its makers"), value: website || t("none") },
    { label: t("Sent back to"), value: hosts?.join(", ") },
  ];
  return (
    <section aria-labelledby="found-app" className="flex flex-col gap-2 rounded-md border bg-canvas px-4 py-3">
      <h3 id="found-app" translate="no" className="font-semibold wrap-anywhere">{name}</h3>
      <div translate="no">
        <DescriptionList rows={rows} />
      </div>
    </section>
  );
}
