import { t } from "../../../text";
import { Banner } from "../../../ui/Banner";
import { Button } from "../../../ui/Button";
import { levelName } from "../../../ui/level";
import type { Setting } from "./rows";

interface Props {
  mine: Setting;
  theirs: Setting;
  onSettle: (choice: "mine" | "theirs") => void;
}

export function CellConflict({ mine, theirs, onSettle }: Props) {
  return (
    <div className="mb-2">
      <Banner kind="warning" isCompact title={t("Somebody else has changed this too")}>
        <div className="mt-1 flex flex-col items-stretch gap-1.5">
          <Button size="small" onPress={() => onSettle("mine")}>
            {t("Keep mine: {level}", { level: levelName(mine.level) })}
          </Button>
          <Button size="small" onPress={() => onSettle("theirs")}>
            {t("Take theirs: {level}", { level: levelName(theirs.level) })}
          </Button>
        </div>
      </Banner>
    </div>
  );
}
