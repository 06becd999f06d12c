import { t } from "../../text";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";
import type { WholeClient } from "./clientFields";

// The way from the list over a client to one of its pages.
export function useClientCrumbs({ id, number }: WholeClient, page: string) {
  const { id: account } = useAccount();
  return [
    { label: t("Clients"), link: <TextLink to="/p/$account/clients" params={{ account }}>{t("Clients")}</TextLink> },
    { label: t("Client {number}", { number: number ?? "" }), link: <TextLink to="/p/$account/clients/$client" params={{ account, client: id }}>{t("Client {number}", { number: number ?? "" })}</TextLink> },
    { label: page },
  ];
}
