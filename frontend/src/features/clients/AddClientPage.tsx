import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { AddClientDocument } from "../../gen/documents/features/clients/Client";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { toast } from "../../ui/toast";
import { useEdit } from "../editing/useEdit";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { ClientForm } from "./ClientForm";
import { type ClientFields, clientInput, emptyClient, savedClient } from "./clientFields";
import { fullName } from "./clientName";

const nothing = { version: 0, fields: emptyClient };

export function AddClientPage() {
  const { id: account } = useAccount();
  const navigate = useNavigate();
  const whyNot = useWhyNoForm("CLIENTS");
  const added = useRef<string>(null);
  const { save, isPending, problems } = useSave(AddClientDocument);
  useTitle(t("Add client"));

  const edit = useEdit(nothing, async (_, fields: ClientFields) => {
    const data = await save({ account, input: clientInput(fields) });
    const client = data?.addClient?.client;
    if (!client) return undefined;
    added.current = client.id;
    toast({ text: t("{name} is added, with the number {number}.", { name: fullName(client), number: client.number ?? "" }) });
    return { ...savedClient(client), fields };
  });

  // To the client that was added, or back to the list.
  const leave = () => {
    const client = added.current;
    if (client) void navigate({ to: "/p/$account/clients/$client", params: { account, client }, replace: true });
    else void navigate({ to: "/p/$account/clients", params: { account } });
  };

  const list = <TextLink to="/p/$account/clients" params={{ account }}>{t("Clients")}</TextLink>;
  return (
    <>
      <PageHeader title={t("Add client")} breadcrumbs={[{ label: t("Clients"), link: list }, { label: t("Add client") }]} description={t("A first and a last name are enough to begin with. The number is given when it is saved.")} />
      {whyNot ? (
        <EmptyState title={t("You cannot add clients here")}>{whyNot}</EmptyState>
      ) : (
        <ClientForm edit={edit} savedIdNumber="" problems={problems} isPending={isPending} saveLabel={t("Add client")} onLeave={leave} />
      )}
    </>
  );
}
