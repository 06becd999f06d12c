import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { formatAgo } from "../../text/format";
import { Button } from "../../ui/Button";
import { later } from "../../ui/later";
import type { Standing } from "./SecondFactorCard";

export type Passkey = Standing["passkeys"][number];

const LaterPasskeyDialogs = later(() => import("./PasskeyDialogs").then((module) => module.PasskeyDialogs));

export function PasskeyList({ passkeys, isLocked }: { passkeys: readonly Passkey[]; isLocked: boolean }) {
  const [open, setOpen] = useState<{ what: "rename" | "remove"; passkey: Passkey }>();
  return (
    <>
      <ul aria-label={t("Passkeys")} className="flex flex-col">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="flex flex-wrap items-center gap-2 border-t border-line py-2">
            <Fingerprint aria-hidden size={18} className="shrink-0 text-ink-muted" />
            <div className="min-w-32 flex-1">
              <p translate="no" className="font-medium wrap-anywhere">{passkey.name}</p>
              <p className="text-sm text-ink-muted">{passkey.usedAt ? t("Last used {ago}", { ago: formatAgo(passkey.usedAt) }) : t("Added {ago}", { ago: formatAgo(passkey.createdAt) })}</p>
            </div>
            {!isLocked && (
              <>
                <Button size="small" variant="quiet" onPress={() => setOpen({ what: "rename", passkey })} aria-label={t("Rename {name}", { name: passkey.name })}>
                  {t("Rename")}
                </Button>
                <Button size="small" variant="quiet" onPress={() => setOpen({ what: "remove", passkey })} aria-label={t("Remove {name}", { name: passkey.name })}>
                  {t("Remove")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {open && <LaterPasskeyDialogs {...open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
