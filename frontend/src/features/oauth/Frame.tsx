import type { ReactNode } from "react";
import { t } from "../../text";

// The frame of the pages that an app has sent the browser to: they belong to no account.
export function Frame({ title, children, footer }: { title: string; children: ReactNode; footer?: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-180 flex-col gap-4 px-4 py-8 phone:py-4">
      <header className="flex items-center gap-2.5">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <p className="font-semibold">Lanyard</p>
      </header>
      <div className="rounded-lg border bg-surface">
        <div className="flex flex-col gap-4 p-6 phone:p-4">
          <h1 className="text-xl font-semibold wrap-anywhere">{title}</h1>
          {children}
        </div>
        {footer && (
          <div role="group" aria-label={t("Your answer")} className="flex flex-wrap items-center gap-2 rounded-b-lg border-t bg-canvas px-6 py-4 phone:flex-col phone:items-stretch phone:px-4">
            {footer}
          </div>
        )}
      </div>
    </main>
  );
}
