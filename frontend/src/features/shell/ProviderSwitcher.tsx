import { ChevronsUpDown } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { later } from "../../ui/later";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import { useAccount } from "./viewer";

const LaterAccountPopover = later(() => import("./AccountPopover").then((module) => module.AccountPopover));

// The Provider drop-down.
export function ProviderSwitcher() {
  const account = useAccount();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span aria-hidden className="text-xs text-ink-muted phone:hidden">{t("Provider")}</span>
      <Button ref={trigger} aria-haspopup="dialog" aria-expanded={isOpen} onPress={() => setOpen(true)} className="focus-ring hit flex min-w-0 items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-sunken">
        <AccountAvatar id={account.id} name={account.providerName} size="small" />
        <span className="flex min-w-0 flex-col leading-tight">
          <VisuallyHidden>{t("Provider:")}</VisuallyHidden>{" "}
          <span translate="no" className="truncate font-semibold">{account.providerName}</span>{" "}
          <span translate="no" className="truncate text-xs text-ink-muted phone:hidden">{account.practiceName}</span>
        </span>
        <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-ink-muted" />
      </Button>
      <LaterAccountPopover triggerRef={trigger} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
