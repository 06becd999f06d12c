import { useState } from "react";
import type { AccessLevel, Section } from "../../gen/types";
import { t } from "../../text";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { Disclosure } from "../../ui/Disclosure";
import { LevelBadge } from "../../ui/LevelBadge";
import { sectionTitle, sections } from "../shell/sections";
import { useAccount } from "../shell/viewer";
import { Why } from "./Why";

export function SectionsCard() {
  const { seenAs } = useAccount();
  return (
    <Card title={t("Sections")} description={seenAs ? t("Open a section to see who gave its level, and until when.") : t("Open a section to see who gave you its level, until when, and whom to ask for more.")} isFlush>
      <ul>
        {sections.map((section) => (
          <SectionRow key={section} section={section} />
        ))}
      </ul>
    </Card>
  );
}

function SectionRow({ section }: { section: Section }) {
  const [isExpanded, setExpanded] = useState(false);
  const { level: levelIn, myEmergency } = useAccount();
  const level = levelIn(section);
  const isOpened = level !== "NONE" && myEmergency?.levels.some((opened) => opened.section === section && opened.level === level);
  return (
    <li className="border-b border-line px-3 py-1 last:border-b-0">
      <Disclosure title={sectionTitle(section)} summary={<Held level={level} isOpened={isOpened ?? false} />} isExpanded={isExpanded} onExpandedChange={setExpanded}>
        {isExpanded && <Why key={level} section={section} level={level} />}
      </Disclosure>
    </li>
  );
}

function Held({ level, isOpened }: { level: AccessLevel; isOpened: boolean }) {
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      {isOpened && <Badge kind="danger">{t("Emergency")}</Badge>}
      <LevelBadge level={level} />
    </span>
  );
}
