import { t } from "../../text";
import { Dialog } from "../../ui/Dialog";
import { PaletteList } from "./PaletteList";
import { setPaletteOpen, usePaletteOpen } from "./opening";

// Goes to a page, a client or another account by typing a part of its name.
export function Palette() {
  const isOpen = usePaletteOpen();
  return (
    <Dialog isOpen={isOpen} onOpenChange={setPaletteOpen} title={t("Go to…")}>
      <PaletteList />
    </Dialog>
  );
}
