import { t } from "../../../text";
import { Kbd } from "../../../ui/Kbd";

export function KeyHints() {
  return (
    <p className="hidden shrink-0 items-center gap-x-3 text-sm whitespace-nowrap text-ink-muted lg:flex">
      <span>
        <Kbd>F</Kbd> <Kbd>V</Kbd> <Kbd>N</Kbd> {t("set a level")}
      </span>
      <span>
        <Kbd>Shift</Kbd> + <Kbd>↑↓←→</Kbd> {t("select")}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t("choices and why")}
      </span>
    </p>
  );
}
