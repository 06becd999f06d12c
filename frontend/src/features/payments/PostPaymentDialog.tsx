import { useRef, useState } from "react";
import { useQuery } from "urql";
import { OwedSessionsDocument, PayingClientsDocument, PaymentMethodsDocument, PostPaymentDocument } from "../../gen/documents/features/payments/Ledger";
import { fieldErrors } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { t } from "../../text";
import { dayIn } from "../../text/dayIn";
import { formatMoney } from "../../text/format";
import { toast } from "../../ui/toast";
import type { ClientName } from "../clientnames/clientName";
import { useClientNames } from "../clientnames/useClientNames";
import { EditDialog } from "../editing/EditDialog";
import type { Edit } from "../editing/useEdit";
import { useAccount } from "../shell/viewer";
import { AllocationTable } from "./AllocationTable";
import { PaymentFormFields } from "./PaymentFormFields";
import { type PaymentFields, newPayment, paymentInput, paymentWords } from "./paymentFields";

interface Props {
  // The client that is chosen already; none: one is to be chosen.
  known: readonly ClientName[];
  onClose: () => void;
  onPosted: (client: string) => void;
}

export function PostPaymentDialog({ known, onClose, onPosted }: Props) {
  const { id: account, timeZone } = useAccount();
  const names = useClientNames(PayingClientsDocument, known);
  const [{ data: methods }] = useQuery({ query: PaymentMethodsDocument, variables: { account }, requestPolicy: "cache-and-network" });
  const { save, isPending, problems, clear } = useSave(PostPaymentDocument);
  const [saved] = useState(() => newPayment(known[0]?.id ?? "", dayIn(timeZone)));
  // Sent again after a lost answer, it is the same payment.
  const [key] = useState(() => crypto.randomUUID());
  const posted = useRef("");

  const post = async (_: number, fields: PaymentFields) => {
    const ledger = (await save({ account, input: paymentInput(key, fields) }))?.postPayment?.ledger;
    if (!ledger) return undefined;
    toast({ text: t("{amount} is posted for {name}.", { amount: formatMoney(fields.amount ?? 0), name: ledger.client?.displayName ?? "" }) });
    posted.current = fields.client;
    return { version: 1, fields };
  };
  // Only now: until the draft is saved, leaving the page would be asked about.
  const close = () => {
    onClose();
    if (posted.current) onPosted(posted.current);
  };

  return (
    <EditDialog section="PAYMENTS" title={t("Post a payment")} words={paymentWords((id) => names.nameOf(id)?.displayName)} saved={saved} save={post} problems={problems} isPending={isPending} clear={clear} onClose={close}>
      {(edit) => (
        <>
          <PaymentFormFields edit={edit} names={names} methods={methods?.account?.paymentMethods ?? null} />
          {edit.fields.client && <Owed edit={edit} error={errorOf(fieldErrors(problems, ["allocations"]).allocations)} />}
        </>
      )}
    </EditDialog>
  );
}

const errorOf = (error: string | string[] | undefined) => (Array.isArray(error) ? error[0] : error);

interface OwedProps {
  edit: Edit<PaymentFields>;
  error: string | undefined;
}

function Owed({ edit: { fields, set }, error }: OwedProps) {
  const { id: account } = useAccount();
  const [{ data }] = useQuery({ query: OwedSessionsDocument, variables: { account, client: fields.client }, requestPolicy: "network-only" });
  const sessions = data?.account?.ledger?.sessions;
  if (!sessions) return null;
  return <AllocationTable sessions={sessions} amount={fields.amount ?? 0} value={fields.allocations} onChange={set("allocations")} error={error} />;
}
