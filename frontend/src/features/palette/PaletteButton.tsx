import { Search } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Kbd } from "../../ui/Kbd";
import { setPaletteOpen } from "./opening";

const isMac = navigator.platform.startsWith("Mac");

// Opens the palette, and says with which keys one opens it sooner.
export function PaletteButton() {
  return (
    <Button icon={Search} aria-haspopup="dialog" aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"} onPress={() => setPaletteOpen(true)} className="text-ink-muted">
      {t("Go to…")}
      <span aria-hidden>
        <Kbd>{isMac ? "⌘ K" : "Ctrl K"}</Kbd>
      </span>
    </Button>
  );
}
