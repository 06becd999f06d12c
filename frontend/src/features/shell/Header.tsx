import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { IconButton } from "../../ui/IconButton";
import { later } from "../../ui/later";
import { useIsPhone } from "../../ui/useIsPhone";
import { PaletteButton } from "../palette/PaletteButton";
import { ProviderSwitcher } from "./ProviderSwitcher";
import { SectionLinks } from "./SectionLinks";
import { UsernameMenu } from "./UsernameMenu";

const LaterDrawer = later(() => import("../../ui/Drawer").then((module) => module.Drawer));

// Whose account is open and who has it open are always in view.
export function Header() {
  const isPhone = useIsPhone();
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <header className="no-print sticky top-0 z-30 flex h-14 items-center gap-2 border-b bg-surface px-4 phone:px-2">
      {isPhone && <IconButton label={t("Menu")} icon={MenuIcon} onPress={() => setMenuOpen(true)} />}
      <ProviderSwitcher />
      <div className="ml-auto flex shrink-0 items-center gap-2">
        {!isPhone && <PaletteButton />}
        <UsernameMenu />
      </div>
      {isPhone && (
        <LaterDrawer isOpen={isMenuOpen} onOpenChange={setMenuOpen} title={t("Menu")} side="left">
          <SectionLinks onFollow={() => setMenuOpen(false)} />
        </LaterDrawer>
      )}
    </header>
  );
}
