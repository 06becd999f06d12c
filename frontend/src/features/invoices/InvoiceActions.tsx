import { Ban, CircleCheck, CircleX, Pause, Play, Send } from "lucide-react";
import { type ReactNode, useState } from "react";
import { HoldInvoiceDocument, MarkInvoiceDocument } from "../../gen/documents/features/invoices/Invoices";
import type { InvoiceStatus, WholeInvoiceFragment } from "../../gen/types";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { toast } from "../../ui/toast";
import { useQuickSave } from "../editing/useQuickSave";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { courseOf, courseWords, invoiceTitle, statusWord } from "./invoiceWords";
import { PdfButton } from "./PdfButton";
import { ReasonDialog } from "./ReasonDialog";

interface Props {
  invoice: WholeInvoiceFragment;
  again: () => void;
  // How a claim is printed; an invoice is a PDF.
  print: ReactNode;
}

// What can come next, and why not: the server decides again.
export function InvoiceActions({ invoice, again, print }: Props) {
  const { id: account } = useAccount();
  const { id, status, kind, held } = invoice;
  const version = invoice.version ?? 0;
  const whyNot = useWhyNotEdit("INVOICES");
  const [asks, setAsks] = useState<"REJECTED" | "VOID" | null>(null);
  const mark = useQuickSave(MarkInvoiceDocument);
  const hold = useQuickSave(HoldInvoiceDocument);
  const about = { shown: courseOf(invoice), labels: courseWords(kind).labels };
  const set = async (as: InvoiceStatus) => {
    const done = await mark({ account, id, version, as, reason: null }, about);
    if (done) toast({ text: t("{name}: {status}", { name: invoiceTitle(invoice.number, kind), status: statusWord(as, kind) }) });
    else again();
  };
  const setHeld = async (now: boolean) => {
    const done = await hold({ account, id, version, held: now }, about);
    if (!done) return again();
    const saved = done.holdInvoice?.invoice?.version ?? 0;
    const undo = () => void hold({ account, id, version: saved, held: !now }, about);
    toast({ text: now ? t("It is held back.") : t("It is released."), action: { label: t("Undo"), onPress: undo } });
  };
  const canSend = status === "GENERATED" || status === "REJECTED";
  return (
    <>
      {kind === "INVOICE" ? <PdfButton invoice={invoice} /> : print}
      {canSend && (
        <Button icon={Send} whyDisabled={whyNot ?? (held ? t("It is held. Release it first.") : undefined)} onPress={() => void set("SUBMITTED")}>
          {kind === "CLAIM" ? t("Mark as submitted") : t("Mark as sent")}
        </Button>
      )}
      {kind === "CLAIM" && status === "SUBMITTED" && (
        <>
          <Button icon={CircleCheck} whyDisabled={whyNot} onPress={() => void set("ACCEPTED")}>
            {t("Mark as accepted")}
          </Button>
          <Button icon={CircleX} whyDisabled={whyNot} onPress={() => setAsks("REJECTED")}>
            {t("Mark as rejected")}
          </Button>
        </>
      )}
      {status !== "VOID" && (
        <>
          <Button icon={held ? Play : Pause} whyDisabled={whyNot} onPress={() => void setHeld(!held)}>
            {held ? t("Release") : t("Hold")}
          </Button>
          <Button icon={Ban} whyDisabled={whyNot} onPress={() => setAsks("VOID")}>
            {t("Void")}
          </Button>
        </>
      )}
      {asks && <ReasonDialog as={asks} invoice={invoice} onClose={() => setAsks(null)} again={again} />}
    </>
  );
}
