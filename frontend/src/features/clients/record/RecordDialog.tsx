import { Download, Printer } from "lucide-react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormError } from "../../../ui/FormError";
import { sectionTitle } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import { type LeftOut, neverIn, notTheirs, parts } from "./parts";
import { type HandedOut, useRecord } from "./useRecord";

interface Props {
  client: string;
  onClose: () => void;
  onHandedOut: (record: HandedOut) => void;
}

// Says what is in a record and what is not, before it is handed out.
export function RecordDialog({ client, onClose, onHandedOut }: Props) {
  const { mayView } = useAccount();
  const { pending, problems, hand } = useRecord(client, onHandedOut);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isBusy={pending !== undefined}
      size="large"
      title={t("Export this client's record")}
      description={t("For a client who asks for their record (45 CFR 164.524): one page that any browser opens. The activity log keeps what was handed out, and by whom.")}
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button icon={Printer} isPending={pending === "PAPER"} onPress={() => hand("PAPER")}>{t("Print")}</Button>
          <Button variant="primary" icon={Download} isPending={pending === "FILE"} onPress={() => hand("FILE")}>{t("Save as a file")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError error={problems[0]?.message} />
        <section>
          <h3 className="font-semibold">{t("In it")}</h3>
          <p>{parts.filter(({ section }) => mayView(section)).map(({ section }) => sectionTitle(section)).join(", ")}</p>
        </section>
        <section>
          <h3 className="font-semibold">{t("Left out, and why")}</h3>
          <LeftOutList all={[...notTheirs(mayView), ...neverIn()]} />
        </section>
      </div>
    </Dialog>
  );
}

export function LeftOutList({ all }: { all: readonly LeftOut[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {all.map(({ what, why }) => (
        <li key={what}>
          <strong className="font-medium">{what}.</strong> {why}
        </li>
      ))}
    </ul>
  );
}
