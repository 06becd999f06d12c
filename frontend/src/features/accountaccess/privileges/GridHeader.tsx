import { ChevronDown } from "lucide-react";
import { memo } from "react";
import { t } from "../../../text";
import { sectionTitle, sections } from "../../shell/sections";
import { gridColumns } from "./gridLook";
import { sectionShort } from "./sectionShort";

const cell = "flex scroll-mt-16 scroll-mb-20 scroll-ml-52 items-center border-r border-b border-line bg-sunken text-xs leading-3.5 font-medium text-ink-muted -outline-offset-2";

// The column that holds the grid's one tab stop, or none.
export const GridHeader = memo(function GridHeader({ tabStop }: { tabStop: number | null }) {
  return (
    <div role="row" aria-rowindex={1} className={`${gridColumns} sticky top-0 z-20 h-11.5`}>
      <div role="columnheader" aria-colindex={1} data-at="head 0" tabIndex={tabStop === 0 ? 0 : -1} className={`${cell} sticky left-0 z-10 px-3`}>
        {t("Username")}
      </div>
      {sections.map((section, index) => (
        <div
          key={section}
          role="columnheader"
          aria-colindex={index + 2}
          aria-label={sectionTitle(section)}
          aria-haspopup="dialog"
          data-at={`head ${index + 1}`}
          tabIndex={tabStop === index + 1 ? 0 : -1}
          className={`${cell} group cursor-pointer flex-col justify-center gap-px px-1 text-center hover:bg-accent-soft hover:text-accent-ink`}
        >
          <span className="line-clamp-2">{sectionShort(section)}</span>
          <ChevronDown aria-hidden size={10} className="shrink-0 opacity-60 group-hover:opacity-100" />
        </div>
      ))}
    </div>
  );
});
