import type { ReactNode } from "react";
import { t } from "../../text";
import { linkClass } from "../../ui/linkClass";
import type { App } from "./AskedPage";

// Which app it is: its name is its makers' own choice, so who registered it and where it sends back to stand beside it.
export function AppFacts({ app: { purpose, website, registeredBy, sendsTo } }: { app: App }) {
  return (
    <div className="flex flex-col gap-3">
      <p translate="no" className="wrap-anywhere">{purpose}</p>
      <dl className="grid gap-x-6 gap-y-1.5 desk:grid-cols-[max-content_1fr]">
        <FactLine name={t("Sends you back to")}>
          <span className="font-medium">{sendsTo}</span>
        </FactLine>
        <FactLine name={t("Registered by")}>{t("the account of {provider}", { provider: registeredBy })}</FactLine>
        {website.startsWith("https://") && (
          <FactLine name={t("Website of its makers")}>
            <a className={linkClass} href={website} target="_blank" rel="noreferrer">
              {website.replace("https://", "")}
            </a>
          </FactLine>
        )}
      </dl>
    </div>
  );
}

function FactLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-muted phone:-mb-1 phone:text-sm">{name}</dt>
      <dd translate="no" className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
