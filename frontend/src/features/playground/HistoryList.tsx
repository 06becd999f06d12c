import { t } from "../../text";
import { formatTime } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { useAccount } from "../shell/viewer";
import { type Entry, titleOf } from "./history";

interface Props {
  entries: readonly Entry[];
  onChoose: (entry: Entry) => void;
}

export function HistoryList({ entries, onChoose }: Props) {
  const { timeZone } = useAccount();
  return (
    <Card title={t("History of this visit")} description={t("Kept until you leave this page, and nowhere else.")}>
      {entries.length === 0 && <p className="text-ink-muted">{t("Nothing was run yet.")}</p>}
      <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
        {entries.map((entry) => (
          <li key={entry.id} className="flex items-center gap-2">
            <Button variant="quiet" onPress={() => onChoose(entry)} className="min-w-0 flex-1 justify-start">
              <span translate="no" className="truncate font-mono">
                {titleOf(entry)}
              </span>
            </Button>
            {entry.failed && <Badge kind="danger">{t("Errors")}</Badge>}
            <span translate="no" className="text-sm whitespace-nowrap text-ink-muted">
              {formatTime(entry.at, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
