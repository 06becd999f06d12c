import { type ReactNode, useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";

interface Few<Row> {
  // How many are shown at first, and which are shown besides.
  few: number;
  keep?: (row: Row) => boolean;
  // What the button says that shows all.
  all: string;
}

// The newest rows and those that matter; the others once they are asked for.
export function useFew<Row>(newest: readonly Row[], { few, keep = () => false, all }: Few<Row>): { rows: readonly Row[]; footer: ReactNode } {
  const [isWhole, setWhole] = useState(false);
  const some = newest.filter((row, index) => index < few || keep(row));
  if (some.length === newest.length) return { rows: newest, footer: null };
  return {
    rows: isWhole ? newest : some,
    footer: (
      <Button size="small" onPress={() => setWhole(!isWhole)}>
        {isWhole ? t("Show fewer") : all}
      </Button>
    ),
  };
}
