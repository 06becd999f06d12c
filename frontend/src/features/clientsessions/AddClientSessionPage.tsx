import { useSearch } from "@tanstack/react-router";
import { useQuery } from "urql";
import { AppointmentForSessionDocument } from "../../gen/documents/features/clientsessions/ClientSession";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Skeleton } from "../../ui/Skeleton";
import { TextLink } from "../../ui/TextLink";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { AddClientSession } from "./AddClientSession";
import { SessionCodesFrame } from "./SessionCodesFrame";

export function AddClientSessionPage() {
  const { id: account } = useAccount();
  const { appointment } = useSearch({ from: "/p/$account/client-sessions/new" });
  const whyNot = useWhyNoForm("CLIENT_SESSIONS");
  useTitle(t("Add session"));
  const list = <TextLink to="/p/$account/client-sessions" params={{ account }}>{t("Client Sessions")}</TextLink>;
  return (
    <>
      <PageHeader
        title={t("Add session")}
        breadcrumbs={[{ label: t("Client Sessions"), link: list }, { label: t("Add session") }]}
        description={appointment ? t("It is made of an appointment, which is marked as kept where you may change the calendar.") : t("The code fills in the charge, the length and the place; the diagnosis is that of the client's last session.")}
      />
      {whyNot && <EmptyState title={t("You cannot add sessions here")}>{whyNot}</EmptyState>}
      {!whyNot && appointment && <OfAppointment id={appointment} />}
      {!whyNot && !appointment && <SessionCodesFrame>{(codes) => <AddClientSession codes={codes} />}</SessionCodesFrame>}
    </>
  );
}

function OfAppointment({ id }: { id: string }) {
  const [{ data, error }, again] = useQuery({ query: AppointmentForSessionDocument, variables: { id } });
  const node = data?.node;
  if (node?.__typename === "Appointment") return <SessionCodesFrame>{(codes) => <AddClientSession codes={codes} appointment={node} />}</SessionCodesFrame>;
  if (error) return <CannotLoad problems={problemsOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={10} label={t("Loading the appointment")} />;
}
