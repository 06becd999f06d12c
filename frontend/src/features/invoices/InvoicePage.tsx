import { useParams } from "@tanstack/react-router";
import { FileX } from "lucide-react";
import { useQuery } from "urql";
import { OneInvoiceDocument } from "../../gen/documents/features/invoices/Invoices";
import { problemsOf } from "../../graphql/problem";
import { mayConcern, useLive } from "../../live/useLive";
import { t } from "../../text";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { Skeleton } from "../../ui/Skeleton";
import { CannotLoad } from "../shell/CannotLoad";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { OpenedInvoice } from "./OpenedInvoice";

// The browser keeps titles in its history: the name of a client is in none.
export function InvoicePage() {
  const { invoice: id } = useParams({ from: "/p/$account/invoices/$invoice" });
  useTitle(t("Invoice"));
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { id: string }) {
  const { id: account, mayView } = useAccount();
  const withPayer = mayView("INSURANCE");
  const withBoxes = withPayer && mayView("CLIENTS");
  const [{ data, error }, again] = useQuery({ query: OneInvoiceDocument, variables: { account, id, withPayer, withBoxes }, requestPolicy: "cache-and-network" });
  useLive("INVOICES", (change) => mayConcern(change, id) && again({ requestPolicy: "network-only", background: true }));
  const invoice = data?.account?.invoice;
  if (invoice) return <OpenedInvoice invoice={invoice} again={() => again({ requestPolicy: "network-only" })} />;
  const problems = problemsOf(error);
  const isGone = problems.some(({ code }) => code === "NOT_FOUND") || (data && !error);
  if (isGone) return <NoSuchInvoice />;
  if (error) return <CannotLoad problems={problems} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return <Skeleton rows={12} label={t("Loading the invoice")} />;
}

function NoSuchInvoice() {
  const { id, providerName } = useAccount();
  return (
    <EmptyState isPage icon={FileX} title={t("There is no such invoice in this account")} action={<LinkButton to="/p/$account/invoices/all" params={{ account: id }}>{t("Go to the invoices")}</LinkButton>}>
      {t("You are in the account of {provider}. If the address came from somebody else, it may be of another account.", { provider: providerName })}
    </EmptyState>
  );
}
