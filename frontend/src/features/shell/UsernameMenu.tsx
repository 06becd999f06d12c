import { BadgeCheck, ChevronDown, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useSignOut } from "../signin/useSignOut";
import { type Theme, setTheme, useTheme } from "./theme";
import { useAccount, useViewer } from "./viewer";

export function UsernameMenu() {
  const { username } = useViewer();
  const account = useAccount();
  const navigate = useNavigate();
  const { signOut } = useSignOut();
  const theme = useTheme();
  return (
    <Menu
      label={t("Username")}
      placement="bottom end"
      trigger={(opens) => (
        <Button {...opens} variant="quiet" aria-label={t("Signed in as {username}", { username })} className="min-w-0">
          <span translate="no" className="truncate phone:max-w-28">{username}</span>
          <ChevronDown aria-hidden size={15} className="shrink-0" />
        </Button>
      )}
      sections={[
        {
          title: t("Signed in as {username}", { username }),
          items: [
            { id: "my-access", label: t("My Access, password and sign-ins"), icon: BadgeCheck, onAction: () => void navigate({ to: "/p/$account/my-access", params: { account: account.id } }) },
            { id: "sign-out", label: t("Sign out"), icon: LogOut, onAction: signOut },
          ],
        },
        {
          title: t("Appearance"),
          selected: theme,
          onSelect: (id) => setTheme(id as Theme),
          items: [
            { id: "system", label: t("As the system"), icon: Monitor },
            { id: "light", label: t("Light"), icon: Sun },
            { id: "dark", label: t("Dark"), icon: Moon },
          ],
        },
      ]}
    />
  );
}
