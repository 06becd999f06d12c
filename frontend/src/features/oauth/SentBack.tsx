import { Send } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../text";
import { linkClass } from "../../ui/linkClass";
import type { App } from "./AskedPage";
import { Frame } from "./Frame";
import { leadsBack } from "./sendBack";

// What is seen for a moment, or for longer where an app on the device opens and the page stays.
export function SentBack({ app, to }: { app: App; to: string }) {
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <Frame title={t("You are being sent back to {app}", { app: app.name })}>
      <p ref={text} tabIndex={-1} role="status" className="flex items-start gap-2 outline-none">
        <Send aria-hidden size={18} className="mt-px shrink-0 text-ink-muted" />
        {t("You can close this page once it has opened.")}
      </p>
      {leadsBack(to) && (
        <p className="text-ink-muted">
          {t("Only if it has not opened by itself:")}{" "}
          <a className={linkClass} href={to}>
            {t("Open {app}", { app: app.name })}
          </a>
        </p>
      )}
    </Frame>
  );
}
