import { Copy } from "lucide-react";
import type { AppLineFragment } from "../../gen/types";
import { plural, t } from "../../text";
import { formatMoment } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { toast } from "../../ui/toast";
import { inOneLine, levelsOf } from "../accountaccess/consent/levels";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount } from "../shell/viewer";

export type Doing = "change" | "documents" | "levels" | "renew" | "delete" | "shut";

interface Props {
  app: AppLineFragment;
  onDo: (what: Doing) => void;
}

export function AppItem({ app, onDo }: Props) {
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const named = { app: app.name ?? "" };
  return (
    <li className="flex flex-col gap-2 border-b border-line px-5 py-3 last:border-b-0 phone:px-4">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <h3 translate="no" className="min-w-0 font-medium wrap-anywhere">{app.name}</h3>
          {!app.isIn && <Badge kind="warning">{t("Not let in here")}</Badge>}
        </div>
        <p translate="no" className="wrap-anywhere text-ink-muted">{app.purpose}</p>
      </div>
      <Facts app={app} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => onDo("levels")} whyDisabled={whyNot} aria-label={app.isIn ? t("Change levels of {app}", named) : t("Let in again: {app}", named)}>
          {app.isIn ? t("Change levels") : t("Let in again")}
        </Button>
        {app.isOwn && <Button size="small" onPress={() => onDo("change")} whyDisabled={whyNot} aria-label={t("Change {app}", named)}>{t("Change")}</Button>}
        {app.isOwn && <Button size="small" onPress={() => onDo("documents")} whyDisabled={whyNot} aria-label={t("Documents of {app}", named)}>{t("Documents")}</Button>}
        {app.isOwn && app.confidential && <Button size="small" onPress={() => onDo("renew")} whyDisabled={whyNot} aria-label={t("New secret for {app}", named)}>{t("New secret")}</Button>}
        {app.isIn && <Button size="small" onPress={() => onDo("shut")} whyDisabled={whyNot} aria-label={t("Shut out {app}", named)}>{t("Shut out")}</Button>}
        {app.isOwn && <Button size="small" onPress={() => onDo("delete")} whyDisabled={whyNot} aria-label={t("Delete {app}", named)}>{t("Delete")}</Button>}
      </div>
    </li>
  );
}

function Facts({ app }: { app: AppLineFragment }) {
  const { timeZone } = useAccount();
  const copy = async () => {
    await navigator.clipboard.writeText(app.clientId ?? "");
    toast({ text: t("The client ID is copied.") });
  };
  const registered = { moment: formatMoment(app.createdAt ?? "", timeZone), provider: app.registeredBy ?? "" };
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex items-center gap-1">
        <p className="min-w-0 wrap-anywhere">
          {t("Client ID")} <span translate="no" className="font-mono">{app.clientId}</span>
        </p>
        <IconButton size="small" icon={Copy} label={t("Copy the client ID of {app}", { app: app.name ?? "" })} onPress={() => void copy()} />
      </div>
      {app.isIn && <p className="wrap-anywhere">{inOneLine(levelsOf(app.levels ?? []))}</p>}
      <p className="wrap-anywhere text-ink-muted">
        {t("Sent back to")} <span translate="no">{app.redirectUris?.join(", ")}</span>
      </p>
      <p className="text-ink-muted">
        {app.isOwn ? t("Registered here, {moment}", registered) : t("Registered by the account of {provider}, {moment}", registered)}
        {" · "}
        {app.confidential ? t("keeps a secret") : t("has no secret")}
        {app.documents ? ` · ${plural(app.documents, "asks by {count} registered document alone", "asks by {count} registered documents alone")}` : ""}
      </p>
      {app.isIn && (
        <p className="text-ink-muted">
          {t("Let in by {username}, {moment}", { username: app.admittedBy ?? "", moment: formatMoment(app.admittedAt ?? "", timeZone) })}
          {" · "}
          {plural(app.people ?? 0, "{count} person has let it in here", "{count} people have let it in here")}
        </p>
      )}
    </div>
  );
}
