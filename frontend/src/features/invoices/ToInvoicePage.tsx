import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ToInvoiceDocument } from "../../gen/documents/features/invoices/ToInvoice";
import type { InvoiceKind, InvoiceOfListFragment } from "../../gen/types";
import { usePages } from "../../graphql/usePages";
import { useLive } from "../../live/useLive";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";
import { DateField } from "../../ui/DateField";
import { Select } from "../../ui/Select";
import { sectionTitle } from "../shell/sections";
import { useTitle } from "../shell/useTitle";
import { useAccount } from "../shell/viewer";
import { Generated } from "./Generated";
import { InvoicesHeader } from "./InvoicesHeader";
import { kindOptions } from "./invoiceWords";
import { OpenClients } from "./OpenClients";
import { PreviewStep } from "./PreviewStep";

export function ToInvoicePage() {
  const { mayView } = useAccount();
  useTitle(t("Invoices & Claims"));
  const missing = (["CLIENT_SESSIONS", "PAYMENTS"] as const).find((section) => !mayView(section));
  return (
    <>
      <InvoicesHeader />
      {missing ? (
        <Banner title={t("What can be invoiced is not for you to see")}>
          {t("It is made of sessions and payments. You have No Access to {section}; this needs View Only. My Access says who can grant it.", { section: sectionTitle(missing) })}
        </Banner>
      ) : (
        <ToInvoice />
      )}
    </>
  );
}

function ToInvoice() {
  const { id: account } = useAccount();
  const { kind, from, until } = useSearch({ from: "/p/$account/invoices/" });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isPreview, setPreview] = useState(false);
  const [made, setMade] = useState<readonly InvoiceOfListFragment[] | null>(null);
  const clients = usePages(ToInvoiceDocument, { account, kind, from: from || null, until: until || null }, (data) => data.account?.toInvoice);
  useLive("CLIENT_SESSIONS", clients.refresh);
  useLive("INVOICES", clients.refresh);

  const filter = (change: { kind?: InvoiceKind; from?: string; until?: string }) => {
    setChosen(new Set());
    void navigate({ to: "/p/$account/invoices", params: { account }, search: { kind, from, until, ...change }, replace: true });
  };
  const done = (invoices: readonly InvoiceOfListFragment[]) => {
    setChosen(new Set());
    setPreview(false);
    setMade(invoices);
    clients.refresh();
  };
  if (isPreview) return <PreviewStep kind={kind} sessions={[...chosen]} onBack={() => setPreview(false)} onDone={done} />;
  if (made) return <Generated invoices={made} onMore={() => setMade(null)} />;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3" role="search" aria-label={t("To invoice")}>
        <Select label={t("What to generate")} options={kindOptions()} value={kind} onChange={(chosenKind) => filter({ kind: chosenKind })} className="w-44 phone:w-full" />
        <DateField label={t("Sessions from")} value={from} onChange={(day) => filter({ from: day })} className="w-40 phone:flex-1" />
        <DateField label={t("Until")} value={until} onChange={(day) => filter({ until: day })} className="w-40 phone:flex-1" />
      </div>
      <OpenClients clients={clients} kind={kind} chosen={chosen} onChoose={setChosen} onPreview={() => setPreview(true)} />
    </>
  );
}
