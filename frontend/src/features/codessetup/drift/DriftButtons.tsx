import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import type { MasterFile } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { later } from "../../../ui/later";
import { openAccount, useAccount, useViewer } from "../../shell/viewer";
import type { Entry } from "../entry";
import { sourcesOf } from "./sources";

const LaterDriftDialog = later(() => import("./DriftDialog").then((module) => module.DriftDialog));

// One button for each account that entries of this file were copied from. Looking there is noted
// in both activity logs, so it is done when it is asked for.
export function DriftButtons({ file, rows }: { file: MasterFile; rows: readonly Entry[] }) {
  const { id } = useAccount();
  const { accounts } = useViewer();
  const [from, setFrom] = useState<string>();
  const sources = sourcesOf(rows, accounts.filter((account) => account.id !== id && openAccount(account).level("CODES_SETUP") !== "NONE"));
  const chosen = sources.find((source) => source.id === from);
  return (
    <>
      {sources.map(({ id: source, providerName }) => (
        <Button key={source} size="small" variant="quiet" icon={GitCompareArrows} onPress={() => setFrom(source)}>
          {t("Compare with {provider}", { provider: providerName })}
        </Button>
      ))}
      {chosen && <LaterDriftDialog file={file} source={chosen} onClose={() => setFrom(undefined)} />}
    </>
  );
}
