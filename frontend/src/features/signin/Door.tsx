import type { ReactNode } from "react";
import { t } from "../../text";

// The frame of the pages before one is signed in.
export function Door({ title, children, footer }: { title: string; children: ReactNode; footer?: ReactNode }) {
  return (
    <main id="content" className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-10">
      <header className="flex flex-col items-center gap-3 text-center">
        <img src="/icon.svg" alt="" width="44" height="44" />
        <div>
          <p className="text-lg font-semibold">Lanyard</p>
          <p className="text-sm text-ink-muted">{t("One badge that opens exactly the rooms it should.")}</p>
        </div>
      </header>
      <section className="w-full max-w-md rounded-lg border bg-surface p-6 phone:p-4">
        <h1 className="mb-4 text-xl font-semibold">{title}</h1>
        {children}
      </section>
      {footer && <p className="text-sm text-ink-muted">{footer}</p>}
    </main>
  );
}
