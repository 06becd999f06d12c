import { Link } from "@tanstack/react-router";
import { BadgeCheck, Code, Eye, House, ListTodo, type LucideIcon } from "lucide-react";
import { t } from "../../text";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { screens } from "./screens";
import { sectionTitle } from "./sections";
import { useAccount } from "./viewer";

// The sections that the viewer may enter in this account, and nothing else.
export function SectionLinks({ onFollow }: { onFollow?: () => void }) {
  const account = useAccount();
  const entered = screens.filter(({ section }) => account.mayView(section));
  return (
    <nav aria-label={t("Sections")} className="flex flex-col gap-0.5" onClick={onFollow}>
      <MenuLink to="/p/$account" icon={House} isExact>
        {t("Home")}
      </MenuLink>
      <MenuLink to="/p/$account/work-list" icon={ListTodo}>
        {t("Work List")}
      </MenuLink>
      {entered.map(({ section, path, icon }) => (
        <MenuLink key={section} to={`/p/$account/${path}`} icon={icon}>
          {sectionTitle(section)}
          {account.level(section) === "VIEW" && <ViewOnlyMark />}
        </MenuLink>
      ))}
      <hr className="my-2" />
      <MenuLink to="/p/$account/my-access" icon={BadgeCheck}>
        {t("My Access")}
      </MenuLink>
      {account.mayEdit("ACCOUNT_ACCESS") && (
        <MenuLink to="/p/$account/developer/playground" icon={Code}>
          {t("Playground")}
        </MenuLink>
      )}
    </nav>
  );
}

const look =
  "flex items-center gap-2.5 rounded-md px-2.5 py-1.5 font-medium text-ink-muted hover:bg-sunken hover:text-ink focus-ring hit " +
  "data-[status=active]:bg-accent-soft data-[status=active]:text-accent-ink";

type Target = "/p/$account" | "/p/$account/work-list" | "/p/$account/my-access" | "/p/$account/developer/playground" | `/p/$account/${(typeof screens)[number]["path"]}`;

function MenuLink({ to, icon: Icon, isExact = false, children }: { to: Target; icon: LucideIcon; isExact?: boolean; children: React.ReactNode }) {
  const { id } = useAccount();
  return (
    <Link to={to} params={{ account: id }} activeOptions={{ exact: isExact }} className={look}>
      <Icon aria-hidden size={17} strokeWidth={1.8} className="shrink-0" />
      {children}
    </Link>
  );
}

function ViewOnlyMark() {
  return (
    <span className="ml-auto" title={t("View Only")}>
      <Eye aria-hidden size={14} />
      <VisuallyHidden>{t("View Only")}</VisuallyHidden>
    </span>
  );
}
