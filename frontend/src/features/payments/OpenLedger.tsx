import { CircleDollarSign } from "lucide-react";
import { useState } from "react";
import type { WholeLedgerFragment } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Fact } from "../../ui/Fact";
import { Facts } from "../../ui/Facts";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { AlsoHere } from "../presence/AlsoHere";
import type { Sheet } from "../reports/PrintSheet";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";
import { Money } from "./AgeSummary";
import { AllocateDialog } from "./AllocateDialog";
import { EntryTable } from "./EntryTable";
import { LeaveLedger } from "./LeaveLedger";
import { PaymentTable } from "./PaymentTable";
import { PostPaymentDialog } from "./PostPaymentDialog";
import { SessionTable } from "./SessionTable";
import { SettleDialog } from "./SettleDialog";
import type { Asked, EntryType, Method } from "./asked";

interface Props {
  ledger: WholeLedgerFragment;
  methods: readonly Method[];
  types: readonly EntryType[];
  again: () => void;
  print: (sheet: Sheet) => void;
}

export function OpenLedger({ ledger, methods, types, again, print }: Props) {
  const { id: account, mayEdit } = useAccount();
  const whyNot = useWhyNotEdit("PAYMENTS");
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const ask = { whyNot, onAsk: setAsked };
  const { client, sessions, payments, entries } = ledger;
  return (
    <>
      <PageHeader
        title={<span translate="no">{client?.displayName}</span>}
        breadcrumbs={[{ label: t("Balances Due You"), link: <TextLink to="/p/$account/payments" params={{ account }}>{t("Balances Due You")}</TextLink> }, { label: t("Client {number}", { number: client?.number ?? "" }) }]}
        badge={
          <>
            {!mayEdit("PAYMENTS") && <Badge>{t("View Only")}</Badge>}
            <AlsoHere id={ledger.id} editing={asked !== null} />
          </>
        }
        actions={
          <>
            <LeaveLedger ledger={ledger} print={print} />
            <Button variant="primary" icon={CircleDollarSign} whyDisabled={whyNot} onPress={() => setAsked({ what: "post" })}>
              {t("Post a payment")}
            </Button>
          </>
        }
      />
      <Card>
        <Facts>
          <Fact label={t("Owed in all")}><span className="text-xl"><Money cents={ledger.due} /></span></Fact>
          <Fact label={t("Not allocated yet")}><span className="text-xl"><Money cents={ledger.credit} /></span></Fact>
        </Facts>
      </Card>
      <Card title={t("Sessions")} isFlush><SessionTable sessions={sessions ?? []} {...ask} /></Card>
      <Card title={t("Payments")} isFlush><PaymentTable payments={payments ?? []} methods={methods} {...ask} /></Card>
      <Card title={t("All entries")} description={t("Nothing is ever changed or deleted here: it is taken back.")} isFlush><EntryTable entries={entries ?? []} sessions={sessions ?? []} {...ask} /></Card>
      {asked?.what === "post" && <PostPaymentDialog known={client ? [client] : []} onClose={close} onPosted={again} />}
      {asked?.what === "allocate" && <AllocateDialog payment={asked.payment} sessions={sessions ?? []} again={again} onClose={close} />}
      {asked && asked.what !== "post" && asked.what !== "allocate" && <SettleDialog asked={asked} types={types} again={again} onClose={close} />}
    </>
  );
}
