import { createLink, useRouterState } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import { t } from "../../text";
import { LinkTabs } from "../../ui/LinkTabs";
import { TabLink } from "../../ui/TabLink";
import { useAccount } from "../shell/viewer";
import { type Page, pageAt, pageGroups, pagePath, pageTitle } from "./pages";

export function usePage(): Page {
  return useRouterState({ select: (state) => pageAt(state.location.pathname) });
}

const groupOf = (page: Page) => pageGroups.find(({ pages }) => pages.some((one) => one === page)) ?? pageGroups[0];

const look =
  "hit rounded-md px-3 py-1 font-medium text-ink-muted hover:text-ink focus-ring " +
  "aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:shadow-[0_0_0_1px_var(--color-line)]";

// The link of a part is current on all its pages, whichever of them it leads to.
function GroupAnchor({ isCurrent, ...rest }: ComponentPropsWithRef<"a"> & { isCurrent: boolean }) {
  return <a {...rest} aria-current={isCurrent || undefined} className={look} />;
}

const GroupLink = createLink(GroupAnchor);

// What there is to do with access, beside the heading.
export function GroupLinks() {
  const { id } = useAccount();
  const current = groupOf(usePage());
  return (
    <nav aria-label={t("Parts of Account Access")} className="flex gap-0.5 rounded-lg bg-sunken p-1">
      {pageGroups.map((group) => (
        <GroupLink key={group.pages[0]} to={pagePath(group.pages[0])} params={{ account: id }} isCurrent={group === current}>
          {group.name()}
        </GroupLink>
      ))}
    </nav>
  );
}

// The pages of the part that one is in.
export function PageTabs() {
  const { id } = useAccount();
  const { pages } = groupOf(usePage());
  return (
    <LinkTabs label={t("Account Access")}>
      {pages.map((page) => (
        <TabLink key={page} to={pagePath(page)} params={{ account: id }} activeOptions={{ exact: page === "" }}>
          {pageTitle(page)}
        </TabLink>
      ))}
    </LinkTabs>
  );
}
