import { useNavigate } from "@tanstack/react-router";
import { Search, UserRound } from "lucide-react";
import { useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { Header, ListBox, ListBoxSection } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Spinner } from "../../ui/Spinner";
import { fullName } from "../clients/clientName";
import { useSwitchAccount } from "../shell/useSwitchAccount";
import { useAccount, useViewer } from "../shell/viewer";
import { type PaletteEntry, PaletteItem } from "./PaletteItem";
import { type Destination, destinations } from "./destinations";
import { setPaletteOpen } from "./opening";
import { usePaletteClients } from "./usePaletteClients";

export function PaletteList() {
  const account = useAccount();
  const [text, setText] = useState("");
  const groups = useGroups(text);
  const { isLooking } = groups;
  const shown = groups.all.filter(({ entries }) => entries.length > 0);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField autoFocus aria-label={t("Go to…")} className="control sticky top-0 z-10 flex shrink-0 items-center gap-2 px-3">
        {isLooking ? <Spinner /> : <Search aria-hidden size={16} className="shrink-0 text-ink-faint" />}
        <Input
          placeholder={account.mayView("CLIENTS") ? t("A page, a client or a provider") : t("A page or a provider")}
          className="min-h-9 min-w-0 flex-1 bg-transparent outline-none phone:min-h-11 [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <ListBox
        aria-label={t("Go to…")}
        items={shown}
        className="-mx-2 min-h-80 outline-none"
        renderEmptyState={() => <p className="px-2 py-6 text-center text-ink-muted">{isLooking ? t("Looking…") : t("Nothing you may open is called that.")}</p>}
      >
        {({ id, title, entries }) => (
          <ListBoxSection id={id}>
            <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-muted">{title}</Header>
            {entries.map((entry) => (
              <PaletteItem key={entry.id} entry={entry} />
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}

// What may be gone to, by kind. The palette is closed first: what is not saved on the page asks then.
function useGroups(text: string) {
  const account = useAccount();
  const { accounts } = useViewer();
  const navigate = useNavigate();
  const switchTo = useSwitchAccount();
  const { contains } = useFilter({ sensitivity: "base" });
  const { clients, isLooking } = usePaletteClients(text);
  const matches = (label: string) => contains(label, text.trim());
  const closing = (go: () => void) => () => {
    setPaletteOpen(false);
    go();
  };

  const toPage = ({ to, label, icon }: Destination): PaletteEntry => ({ id: to, label, icon, go: closing(() => void navigate({ to, params: { account: account.id } })) });
  const toClient = (client: (typeof clients)[number]): PaletteEntry => ({
    id: client.id,
    label: fullName(client),
    note: t("Client {number}", { number: client.number ?? "" }),
    icon: UserRound,
    isData: true,
    go: closing(() => void navigate({ to: "/p/$account/clients/$client", params: { account: account.id, client: client.id } })),
  });
  const toAccount = ({ id, providerName, practiceName }: (typeof accounts)[number]): PaletteEntry => ({
    id,
    label: providerName,
    note: practiceName,
    avatar: <AccountAvatar id={id} name={providerName} size="small" />,
    isData: true,
    go: closing(() => switchTo(id)),
  });
  const all = [
    { id: "pages", title: t("Pages"), entries: destinations(account).filter(({ label }) => matches(label)).map(toPage) },
    { id: "clients", title: t("Clients"), entries: clients.map(toClient) },
    { id: "providers", title: t("Providers"), entries: accounts.filter(({ id, providerName, practiceName }) => id !== account.id && matches(`${providerName} ${practiceName}`)).map(toAccount) },
  ];
  return { all, isLooking };
}
