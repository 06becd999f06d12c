import { useNavigate, useRouterState } from "@tanstack/react-router";
import { t } from "../../text";
import { toast } from "../../ui/toast";
import { screens } from "./screens";
import { sectionTitle } from "./sections";
import { openAccount, useAccount, useViewer } from "./viewer";

// Goes to another account: to the section that is open here where that may be entered there, else
// to its home.
export function useSwitchAccount(): (id: string) => void {
  const { accounts } = useViewer();
  const from = useAccount();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });

  return (id) => {
    const target = accounts.find((account) => account.id === id);
    if (!target) return;
    const to = openAccount(target);
    const screen = screens.find((s) => path.startsWith(`/p/${from.id}/${s.path}`));
    void navigate(destination(id, screen !== undefined && to.mayView(screen.section) ? screen.path : undefined));
    if (screen && !to.mayView(screen.section)) {
      toast({ kind: "info", text: t("You have No Access to {section} of {provider}.", { section: sectionTitle(screen.section), provider: to.providerName }) });
    }
  };
}

function destination(account: string, path: (typeof screens)[number]["path"] | undefined) {
  return path ? ({ to: `/p/$account/${path}`, params: { account } } as const) : ({ to: "/p/$account", params: { account } } as const);
}
