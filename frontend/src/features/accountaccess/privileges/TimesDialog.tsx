import { useState } from "react";
import { SetLinkTimesDocument } from "../../../gen/documents/features/accountaccess/privileges/Privileges";
import { fieldErrors, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Form } from "../../../ui/Form";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import { daysOf, windowOf } from "../consent/days";
import { DaysFields } from "../consent/DaysFields";
import { type Row, nameOf } from "./rows";

// When a username may enter the account at all.
export function TimesDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const account = useAccount();
  const saved = daysOf(row, account.timeZone);
  const [days, setDays] = useState(saved);
  const { save, isPending, problems } = useSave(SetLinkTimesDocument);
  const fields = ["validFrom", "validUntil"];
  const [other] = otherProblems(problems, fields);
  const name = nameOf(row);
  const isSame = days.first === saved.first && days.last === saved.last;
  const submit = async () => {
    const data = await save({ account: account.id, link: row.id, version: row.version ?? 0, ...windowOf(days, account.timeZone) });
    if (!data?.setLinkTimes) return;
    toast({ text: t("The days of {name} are saved.", { name }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      isBusy={isPending}
      title={t("First and last day of {name}", { name })}
      description={t("Outside of these days the account is shut to this username, whatever its levels are.")}
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form="times" variant="primary" isPending={isPending} whyDisabled={isSame ? t("Nothing has been changed.") : undefined}>
            {t("Save")}
          </Button>
        </>
      }
    >
      <Form id="times" onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("First and last day of {name}", { name })}>
        <FormError error={other?.message} />
        <DaysFields days={days} onChange={setDays} errors={fieldErrors(problems, fields)} />
      </Form>
    </Dialog>
  );
}
