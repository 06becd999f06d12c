import { ShieldAlert } from "lucide-react";
import { t } from "../../text";
import { formatMoment } from "../../text/format";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { useWhyNoForm } from "../editing/useWhyNoForm";
import { useAccount } from "../shell/viewer";
import { AddendumForm } from "./AddendumForm";
import { NoteText } from "./NoteText";
import type { WholeNote } from "./noteFields";

export function Addenda({ note }: { note: WholeNote }) {
  const { timeZone } = useAccount();
  const whyNot = useWhyNoForm("NOTES");
  const addenda = note.addenda ?? [];
  if (whyNot && addenda.length === 0) return null;
  return (
    <Card title={t("Addenda")}>
      <div className="flex flex-col gap-5">
        {addenda.map(({ body, author, createdAt, intact }, index) => (
          <article key={index} className="flex flex-col gap-1 border-l-2 border-line pl-4">
            <NoteText text={body} />
            <p className="text-sm text-ink-muted">
              <span translate="no">{t("Added by {username} on {when}", { username: author ?? "", when: createdAt ? formatMoment(createdAt, timeZone) : "" })}</span>{" "}
              {intact === false && <Badge kind="danger" icon={ShieldAlert}>{t("Altered")}</Badge>}
            </p>
          </article>
        ))}
        {!whyNot && <AddendumForm note={note} />}
      </div>
    </Card>
  );
}
