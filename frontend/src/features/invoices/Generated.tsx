import { plural, t } from "../../text";
import type { InvoiceOfListFragment } from "../../gen/types";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { DataTable } from "../../ui/DataTable";
import { BatchLink } from "./BatchLink";
import { invoiceColumns } from "./InvoiceTable";

export function Generated({ invoices, onMore }: { invoices: readonly InvoiceOfListFragment[]; onMore: () => void }) {
  const title = plural(invoices.length, "{count} is generated", "{count} are generated");
  return (
    <>
      <p role="status" className="sr-only">
        {title}
      </p>
      <Card isFlush title={title} description={<>{t("Their sessions are held until they are void.")} <BatchLink batch={invoices[0]?.batch}>{t("Show them in the list")}</BatchLink></>} actions={<Button onPress={onMore}>{t("Invoice more")}</Button>}>
        <DataTable caption={title} columns={invoiceColumns()} rows={invoices} rowKey={({ id }) => id} />
      </Card>
    </>
  );
}
