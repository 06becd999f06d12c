import { CircleCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { t } from "../../text";
import { AccountAvatar } from "../../ui/AccountAvatar";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import type { Column } from "../../ui/column";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { NotSeen, type Unseen } from "../shell/NotSeen";
import { useViewer } from "../shell/viewer";
import { More } from "./More";
import { type Provider, totalOf, united, type Work, type WorkOfAccount } from "./work";

interface WorkCardProps<Row> {
  title: string;
  description: string;
  // What is said when nothing is left to do.
  done: string;
  accounts: readonly WorkOfAccount<Row>[];
  unseen: readonly Unseen[];
  columns: Column<Work<Row>>[];
  order: (a: Row, b: Row) => number;
  keyOf: (row: Row) => string;
  listIn: (account: Provider) => ReactNode;
}

const shortList = 8;

// One kind of work in all accounts that let the viewer see it.
export function WorkCard<Row extends object>({ title, description, done, accounts, unseen, columns, order, keyOf, listIn }: WorkCardProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const isOne = useViewer().accounts.length === 1;
  const rows = united(accounts, order);
  const total = totalOf(accounts);
  const hidden = rows.length - shortList;
  return (
    <Card title={title} description={description} actions={<Badge kind={total > 0 ? "accent" : "neutral"}>{counted(total, unseen.length > 0)}</Badge>} isFlush>
      {unseen.length > 0 && (
        <div className="px-5 py-3 phone:px-4">
          <NotSeen all={unseen} />
        </div>
      )}
      {(rows.length > 0 || unseen.length === 0) && (
        <DataTable
          caption={title}
          columns={isOne ? columns : [...columns, providerColumn<Row>()]}
          rows={isWhole ? rows : rows.slice(0, shortList)}
          rowKey={(row) => `${row.provider.id} ${keyOf(row)}`}
          empty={<EmptyState icon={CircleCheck} title={done} isCompact />}
        />
      )}
      {hidden > 0 && !isWhole && (
        <div className="border-t border-line px-5 py-2.5 phone:px-4">
          <Button variant="quiet" size="small" onPress={() => setWhole(true)}>
            {t("Show {count} more", { count: hidden })}
          </Button>
        </div>
      )}
      {(hidden <= 0 || isWhole) && <More accounts={accounts} listIn={listIn} />}
    </Card>
  );
}

const counted = (total: number, isPart: boolean): string => (isPart ? t("{count} to do, and what is not shown", { count: total }) : t("{count} to do", { count: total }));

// Made anew each time: a text of a module is of the language before one was chosen.
const providerColumn = <Row,>(): Column<Work<Row>> => ({
  id: "provider",
  header: t("Provider"),
  cell: ({ provider: { id, providerName } }) => (
    <span className="flex items-center gap-2">
      <AccountAvatar id={id} name={providerName} size="small" />
      <span translate="no">{providerName}</span>
    </span>
  ),
  width: "14rem",
});
