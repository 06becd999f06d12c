import type { AccessLevel, Section } from "../../../gen/types";
import { LevelChoice } from "../../../ui/LevelChoice";
import { useIsPhone } from "../../../ui/useIsPhone";
import { sectionTitle } from "../../shell/sections";
import { type Levels, levelOf } from "./levels";

interface Props {
  sections: readonly Section[];
  levels: Levels;
  onChange: (levels: Levels) => void;
  // The most that can be chosen, and why it is no more.
  highest: (section: Section) => AccessLevel;
  whyCapped: (section: Section) => string;
  // What a choice is called where there are several lists; left out, by its section.
  labelOf?: (section: Section) => string;
  "aria-label"?: string;
}

// A line with the level of each section.
export function LevelsList({ sections, levels, onChange, highest, whyCapped, labelOf = sectionTitle, "aria-label": label }: Props) {
  const isPhone = useIsPhone();
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-md border border-line">
      {sections.map((section) => (
        <li key={section} className="grid items-center gap-x-4 gap-y-1 px-3 py-1.5 desk:grid-cols-[1fr_19.5rem]">
          <span aria-hidden>{sectionTitle(section)}</span>
          <LevelChoice
            label={labelOf(section)}
            labelHidden
            stretch
            short={isPhone}
            value={levelOf(levels, section)}
            highest={highest(section)}
            whyCapped={whyCapped(section)}
            onChange={(level) => onChange({ ...levels, [section]: level })}
          />
        </li>
      ))}
    </ul>
  );
}
