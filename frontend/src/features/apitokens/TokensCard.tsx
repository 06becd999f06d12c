import type { ApiTokenLineFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { TokenItem } from "./TokenItem";

interface Props {
  tokens: ApiTokenLineFragment[];
  // Whether they have ended.
  isOver?: boolean;
  onRevoke: (tokens: ApiTokenLineFragment[]) => void;
}

export function TokensCard({ tokens, isOver, onRevoke }: Props) {
  return (
    <Card
      title={isOver ? t("Ended within 30 days") : plural(tokens.length, "{count} token or app", "{count} tokens and apps")}
      isFlush
      actions={
        !isOver &&
        tokens.length > 1 && (
          <Button size="small" onPress={() => onRevoke(tokens)}>
            {t("Revoke all")}
          </Button>
        )
      }
    >
      <ul>
        {tokens.map((token) => (
          <TokenItem key={token.id} token={token} {...(!isOver && { onRevoke: () => onRevoke([token]) })} />
        ))}
      </ul>
    </Card>
  );
}
