import { Lock } from "lucide-react";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";

export function WhatSetsThemApart() {
  return (
    <Banner icon={Lock} isCompact>
      {t("These notes are kept apart from the record. You alone read yours until you share them, nobody else can ever change them, and they are in no export and no other section.")}
    </Banner>
  );
}
