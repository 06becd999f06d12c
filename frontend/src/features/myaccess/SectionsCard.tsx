import { useState } from "react";
import type { Section } from "../../gen/types";
import { t } from "../../text";
import { Card } from "../../ui/Card";
import { Disclosure } from "../../ui/Disclosure";
import { LevelBadge } from "../../ui/LevelBadge";
import { sectionTitle, sections } from "../shell/sections";
import { useAccount } from "../shell/viewer";
import { Why } from "./Why";

export function SectionsCard() {
  return (
    <Card title={t("Sections")} description={t("Open a section to see who gave you its level, until when, and whom to ask for more.")} isFlush>
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
  const level = useAccount().level(section);
  return (
    <li className="border-b border-line px-3 py-1 last:border-b-0">
      <Disclosure title={sectionTitle(section)} summary={<LevelBadge level={level} />} isExpanded={isExpanded} onExpandedChange={setExpanded}>
        {isExpanded && <Why key={level} section={section} level={level} />}
      </Disclosure>
    </li>
  );
}
