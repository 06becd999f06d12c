import { UserRound } from "lucide-react";
import { t } from "../../text";
import { Chip } from "../../ui/Chip";
import { ChipRow } from "../../ui/ChipRow";
import type { ClientNames } from "./useClientNames";

interface Props {
  names: ClientNames;
  // The id of the one client that is shown.
  client: string;
  onRemove: () => void;
}

// Says that only one client's are shown.
export function ClientChip({ names, client, onRemove }: Props) {
  return (
    <ChipRow label={t("Filters in force")}>
      <Chip icon={UserRound} onRemove={onRemove} removeLabel={t("Show all clients")}>
        <span translate="no">{names.nameOf(client)?.displayName ?? t("One client")}</span>
      </Chip>
    </ChipRow>
  );
}
