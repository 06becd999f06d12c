import { useNavigate, useParams } from "@tanstack/react-router";
import { EditClientDocument } from "../../gen/documents/features/clients/Client";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { toast } from "../../ui/toast";
import { ConflictDialog } from "../editing/ConflictDialog";
import { theirsIn } from "../editing/theirs";
import { useEdit } from "../editing/useEdit";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { AlsoHere } from "../presence/AlsoHere";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { ClientForm } from "./ClientForm";
import { ClientFrame } from "./ClientFrame";
import { type ClientFields, type WholeClient, clientInput, clientLabels, fieldText, savedClient } from "./clientFields";
import { fullName } from "./clientName";

export function EditClientPage() {
  const { client: id } = useParams({ from: "/p/$account/clients/$client/edit" });
  const whyNot = useWhyNoForm("CLIENTS");
  useTitle(t("Edit client"));
  if (whyNot) return <EmptyState isPage title={t("You cannot change clients here")}>{whyNot}</EmptyState>;
  return (
    <ClientFrame key={id} id={id} requestPolicy="cache-first">
      {(client) => <EditClient client={client} />}
    </ClientFrame>
  );
}

function EditClient({ client }: { client: WholeClient }) {
  const { id: account } = useAccount();
  const navigate = useNavigate();
  const { save, isPending, problems, clear } = useSave(EditClientDocument);
  const name = fullName(client);

  const edit = useEdit(savedClient(client), async (version, fields: ClientFields) => {
    const data = await save({ account, id: client.id, version, input: clientInput(fields) });
    const saved = data?.editClient?.client;
    if (!saved) return undefined;
    toast({ text: t("{name} is saved.", { name: fullName(saved) }) });
    return savedClient(saved);
  });
  const theirs = theirsIn(problems, edit.fields);

  const params = { account, client: client.id };
  const leave = () => void navigate({ to: "/p/$account/clients/$client", params, replace: true });
  const saveChosen = async (chosen: ClientFields) => {
    if (theirs && (await edit.submitOn(theirs, chosen))) leave();
  };
  const breadcrumbs = [
    { label: t("Clients"), link: <TextLink to="/p/$account/clients" params={{ account }}>{t("Clients")}</TextLink> },
    { label: name, link: <TextLink to="/p/$account/clients/$client" params={params}><span translate="no">{name}</span></TextLink> },
    { label: t("Edit") },
  ];
  return (
    <>
      <PageHeader title={t("Edit {name}", { name })} breadcrumbs={breadcrumbs} badge={<AlsoHere id={client.id} editing={edit.isDirty} />} />
      <ClientForm edit={edit} savedIdNumber={edit.base.fields.idNumber} problems={problems} isPending={isPending} saveLabel={t("Save")} onLeave={leave}>
        {theirs && (
          <ConflictDialog
            base={edit.base.fields}
            mine={edit.fields}
            theirs={theirs}
            labels={clientLabels()}
            show={(field, fields) => fieldText(field, fields)}
            onSave={(chosen) => void saveChosen(chosen)}
            onCancel={clear}
          />
        )}
      </ClientForm>
    </>
  );
}
