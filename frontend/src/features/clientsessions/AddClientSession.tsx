import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { AddClientSessionDocument, SessionClientsDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { toast } from "../../ui/toast";
import { ClientPicker } from "../clientnames/ClientPicker";
import { useClientNames } from "../clientnames/useClientNames";
import { useEdit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { SessionForm } from "./SessionForm";
import { type Begun, begin } from "./begin";
import { type Codes, type SessionFields, sessionInput } from "./sessionFields";
import { useShared } from "./sessionSearch";
import { dayIn } from "../../text/dayIn";
import { useLastSession } from "./useLastSession";

export function AddClientSession({ codes, appointment }: { codes: Codes; appointment?: Begun }) {
  const { id: account, timeZone } = useAccount();
  const navigate = useNavigate();
  const [nothing] = useState(() => ({ version: 0, fields: begin(codes, timeZone, appointment) }));
  const names = useClientNames(SessionClientsDocument, appointment?.client ? [appointment.client] : []);
  const { save, isPending, problems } = useSave(AddClientSessionDocument);
  const [, tell] = useShared().told;
  const lastDiagnoses = useLastSession();
  const added = useRef<string>(null);

  const edit = useEdit(nothing, async (_, fields: SessionFields) => {
    const data = await save({ account, client: fields.client, appointment: appointment?.id, input: sessionInput(fields) });
    const saved = data?.addClientSession;
    if (!saved?.clientSession) return undefined;
    added.current = saved.clientSession.id;
    tell({ session: saved.clientSession.id, sameDay: saved.sameDay ?? [] });
    toast({ text: t("The session of {name} is added.", { name: saved.clientSession.client?.displayName ?? "" }) });
    return { version: 1, fields };
  });
  const remember = async (client: string) => {
    const last = await lastDiagnoses(client);
    if (last && !edit.fields.diagnosisCodes) edit.set("diagnosisCodes")(last);
  };
  const chooseClient = (client: string) => {
    edit.set("client")(client);
    void remember(client);
  };
  const start = useEffectEvent(() => appointment?.client && void remember(appointment.client.id));
  useEffect(() => void start(), []);

  const open = () => added.current && void navigate({ to: "/p/$account/client-sessions/$session", params: { account, session: added.current }, replace: true });
  const cancel = () => void navigate({ to: "/p/$account/client-sessions", params: { account } });
  return (
    <SessionForm
      edit={edit}
      codes={codes}
      today={dayIn(timeZone)}
      problems={problems}
      isPending={isPending}
      saveLabel={t("Add session")}
      onSaved={open}
      onCancel={cancel}
      before={
        <Card>
          <ClientPicker names={names} name="client" value={edit.fields.client} onChange={chooseClient} isRequired isDisabled={Boolean(appointment)} autoFocus={!appointment} className="desk:max-w-100" />
        </Card>
      }
    />
  );
}
