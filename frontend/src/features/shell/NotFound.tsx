import { Compass } from "lucide-react";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { useTitle } from "./useTitle";

export function NotFound() {
  useTitle(t("Page not found"));
  return (
    <main className="page" id="content">
      <EmptyState isPage icon={Compass} title={t("There is no such page")} action={<LinkButton to="/">{t("Go to my accounts")}</LinkButton>}>
        {t("The address may be mistyped, or the page is of another version of Lanyard.")}
      </EmptyState>
    </main>
  );
}
