import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useAccount } from "../shell/viewer";
import { usePage } from "./PageLinks";
import { pageGroups, pagePath, pageTitle } from "./pages";

// On a phone all pages are behind one button, which says where one is.
export function PageChooser() {
  const { id } = useAccount();
  const navigate = useNavigate();
  const current = usePage();
  return (
    <Menu
      label={t("Pages of Account Access")}
      placement="bottom start"
      trigger={(opens) => (
        <Button {...opens} className="w-full" aria-label={t("Page: {page}", { page: pageTitle(current) })}>
          {pageTitle(current)}
          <ChevronsUpDown aria-hidden size={16} className="shrink-0 text-ink-muted" />
        </Button>
      )}
      sections={pageGroups.map(({ name, pages }) => ({
        title: name(),
        selected: current || "overview",
        onSelect: () => undefined,
        items: pages.map((page) => ({ id: page || "overview", label: pageTitle(page), onAction: () => void navigate({ to: pagePath(page), params: { account: id } }) })),
      }))}
    />
  );
}
