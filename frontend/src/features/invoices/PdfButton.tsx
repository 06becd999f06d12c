import { Download } from "lucide-react";
import { useState } from "react";
import { useClient } from "urql";
import { InvoicePdfDocument } from "../../gen/documents/features/invoices/Invoices";
import type { WholeInvoiceFragment } from "../../gen/types";
import { problemsOf } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { saveFile } from "../../ui/saveFile";
import { toast } from "../../ui/toast";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";

// Printing and exporting are for Reports & Exports.
export function PdfButton({ invoice: { id, number } }: { invoice: WholeInvoiceFragment }) {
  const { id: account } = useAccount();
  const client = useClient();
  const [isPending, setPending] = useState(false);
  const why = useWhyNotEdit("REPORTS");
  const download = async () => {
    setPending(true);
    const { data, error } = await client.query(InvoicePdfDocument, { account, id }, { requestPolicy: "network-only" });
    setPending(false);
    const file = data?.account?.invoice?.pdf;
    if (!file) return toast({ kind: "danger", text: problemsOf(error)[0]?.message ?? t("The PDF could not be made.") });
    saveFile(`invoice-${number}.pdf`, "application/pdf", bytes(file));
  };
  return (
    <Button icon={Download} isPending={isPending} whyDisabled={why} onPress={() => void download()}>
      {t("Download PDF")}
    </Button>
  );
}

const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
