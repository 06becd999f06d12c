import { useEffect, useRef } from "react";
import type { UndoCopyCodesMutation } from "../../gen/types";
import { plural, t } from "../../text";
import { Banner } from "../../ui/Banner";
import { fileName } from "../masterfiles/files";

export type Undone = NonNullable<UndoCopyCodesMutation["undoCopyCodes"]>;

// What taking a copy back did, and what it left as it is.
export function UndoneBanner({ undone: { removed, restored, kept } }: { undone: Undone }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Banner kind={kept.length > 0 ? "warning" : "success"} title={t("The copy was undone")}>
        <p>{t("{removed} removed, {restored} as before the copy.", { removed, restored })}</p>
        {kept.length > 0 && (
          <>
            <p className="mt-1">{plural(kept.length, "{count} entry was kept:", "{count} entries were kept:")}</p>
            <ul className="ml-5 list-disc">
              {kept.map(({ file, id, label, reason }) => (
                <li key={id}>
                  {fileName(file)}: <span translate="no">{label || t("an entry that is gone")}</span>. {reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </Banner>
    </div>
  );
}
