import { CalendarDays, ClipboardList, FileText, NotebookPen, Scale, ShieldCheck } from "lucide-react";
import { t } from "../../text";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";

// What the other sections hold of this client: those that the viewer may enter.
export function ClientElsewhere({ id: client }: { id: string }) {
  const { id: account, mayView } = useAccount();
  const of = { account, client };
  return (
    <nav aria-label={t("This client in other sections")} className="flex flex-wrap gap-2">
      {mayView("CALENDAR") && <LinkButton icon={CalendarDays} to="/p/$account/calendar" params={{ account }} search={{ client, view: "year" }}>{t("Appointments")}</LinkButton>}
      {mayView("CLIENT_SESSIONS") && <LinkButton icon={ClipboardList} to="/p/$account/client-sessions" params={{ account }} search={{ client }}>{t("Sessions")}</LinkButton>}
      {mayView("NOTES") && <LinkButton icon={NotebookPen} to="/p/$account/notes" params={{ account }} search={{ client }}>{t("Notes")}</LinkButton>}
      {mayView("INSURANCE") && <LinkButton icon={ShieldCheck} to="/p/$account/insurance/$client" params={of}>{t("Insurance")}</LinkButton>}
      {mayView("PAYMENTS") && <LinkButton icon={Scale} to="/p/$account/payments/$client" params={of}>{t("Ledger and balance")}</LinkButton>}
      {mayView("INVOICES") && <LinkButton icon={FileText} to="/p/$account/invoices/all" params={{ account }} search={{ client }}>{t("Invoices")}</LinkButton>}
    </nav>
  );
}
