import { Check } from "lucide-react";
import type { RefObject } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Popover } from "../../ui/Popover";
import { useSwitchAccount } from "./useSwitchAccount";
import { type AccountOfViewer, useAccount, useViewer } from "./viewer";

interface Props {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

// The accounts that the viewer may enter. Typing filters, Enter switches, Escape goes back to where
// one was.
export function AccountPopover(props: Props) {
  return (
    <Popover {...props} label={t("Provider")} placement="bottom start">
      <AccountList onChosen={() => props.onOpenChange(false)} />
    </Popover>
  );
}

function AccountList({ onChosen }: { onChosen: () => void }) {
  const { accounts } = useViewer();
  const open = useAccount();
  const switchTo = useSwitchAccount();
  const { contains } = useFilter({ sensitivity: "base" });
  const choose = (id: string) => {
    onChosen();
    if (id !== open.id) switchTo(id);
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField autoFocus aria-label={t("Search by provider or practice")} className="border-b p-2">
        <Input placeholder={t("Provider or practice")} className="focus-ring w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 placeholder:text-ink-faint" />
      </SearchField>
      <ListBox
        aria-label={t("Provider")}
        items={accounts}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[open.id]}
        // Not onAction: in a list where something is selected, a press selects and does no more.
        onSelectionChange={(keys) => {
          for (const key of keys) choose(String(key));
        }}
        className="max-h-80 w-80 max-w-full overflow-y-auto p-1 outline-none"
        renderEmptyState={() => <p className="p-3 text-ink-muted">{t("No account of yours is called that.")}</p>}
      >
        {(account) => <AccountItem account={account} />}
      </ListBox>
    </Autocomplete>
  );
}

function AccountItem({ account }: { account: AccountOfViewer }) {
  return (
    <ListBoxItem
      id={account.id}
      textValue={`${account.providerName} ${account.practiceName}`}
      className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 outline-none data-[focused]:bg-accent-soft"
    >
      {({ isSelected }) => (
        <>
          <AccountAvatar id={account.id} name={account.providerName} size="small" />
          <span className="flex min-w-0 flex-col leading-tight">
            <span translate="no" className="truncate font-medium">{account.providerName}</span>
            <span translate="no" className="truncate text-xs text-ink-muted">{account.practiceName}</span>
          </span>
          {isSelected && <Check aria-hidden size={16} className="ml-auto shrink-0" />}
        </>
      )}
    </ListBoxItem>
  );
}
