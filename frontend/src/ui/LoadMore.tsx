import { ChevronDown } from "lucide-react";
import { t } from "../text";
import { Button } from "./Button";

interface LoadMoreProps {
  shown: number;
  total?: number | null;
  hasMore: boolean;
  isPending?: boolean;
  onMore: () => void;
  /** What is counted, in the plural: "clients". */
  noun?: string;
}

export function LoadMore({ shown, total, hasMore, isPending, onMore, noun = t("entries") }: LoadMoreProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-muted">
      <p role="status" className="tabular-nums">
        {countText(shown, total, noun)}
      </p>
      {hasMore && (
        <Button size="small" icon={ChevronDown} onPress={onMore} isPending={isPending}>
          {t("Load more")}
        </Button>
      )}
    </div>
  );
}

function countText(shown: number, total: number | null | undefined, noun: string): string {
  const count = shown.toLocaleString("en-US");
  if (total === null || total === undefined) return t("{count} {noun} shown", { count, noun });
  return t("{count} of {total} {noun}", { count, total: total.toLocaleString("en-US"), noun });
}
