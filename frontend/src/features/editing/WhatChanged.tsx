import { t } from "../../text";
import { DescriptionList } from "../../ui/DescriptionList";
import type { Changed } from "./changed";

// What somebody else has changed since it was shown, in both versions.
export function WhatChanged({ changed }: { changed: readonly Changed[] }) {
  if (changed.length === 0) return null;
  const rows = changed.map(({ label, before, now }) => ({
    label,
    value: (
      <span className="flex flex-col">
        <Version title={t("Shown to you")} text={before} />
        <Version title={t("As it is now")} text={now} />
      </span>
    ),
  }));
  return (
    <section aria-label={t("What somebody else has changed")} className="rounded-md border border-line bg-sunken px-3 py-2">
      <DescriptionList rows={rows} />
    </section>
  );
}

const Version = ({ title, text }: { title: string; text: string | null }) => (
  <span>
    <span className="text-sm text-ink-muted">{title}: </span>
    {text ? <span translate="no" className="line-clamp-4 whitespace-pre-wrap">{text}</span> : <span className="text-ink-muted">{t("empty")}</span>}
  </span>
);
