import { useState } from "react";
import { CreateCalendarAddressDocument } from "../../gen/documents/features/apitokens/CalendarAddress";
import { fieldErrors, isRetryable, otherProblems } from "../../graphql/problem";
import { useSave } from "../../graphql/useSave";
import { plural, t } from "../../text";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Checkbox } from "../../ui/Checkbox";
import { Dialog } from "../../ui/Dialog";
import { DialogActions } from "../../ui/DialogActions";
import { Form } from "../../ui/Form";
import { FormError } from "../../ui/FormError";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { openAccount, useAccount, useViewer } from "../shell/viewer";
import type { Made } from "./MadeCard";

const fields = ["name", "expiresInDays"];
const days = ["30", "90", "180", "365"] as const;

interface Props {
  onClose: () => void;
  onMade: (made: Made) => void;
}

// At this address a calendar program fetches the appointments of one account, again and again.
export function CalendarDialog({ onClose, onMade }: Props) {
  const here = useAccount();
  const all = useViewer().accounts.filter((one) => openAccount(one).mayView("CALENDAR"));
  const [account, setAccount] = useState(all.some(({ id }) => id === here.id) ? here.id : (all[0]?.id ?? ""));
  const [name, setName] = useState("");
  const [expiresInDays, setDays] = useState<(typeof days)[number]>("180");
  const [wishesNames, setNames] = useState(false);
  const { save, isPending, problems } = useSave(CreateCalendarAddressDocument);
  const [other] = otherProblems(problems, fields);
  const chosen = all.find(({ id }) => id === account);
  const mayName = chosen !== undefined && openAccount(chosen).mayEdit("REPORTS");
  const names = wishesNames && mayName;
  const submit = async () => {
    const done = (await save({ input: { account, name, names, expiresInDays: Number(expiresInDays) } }))?.createCalendarAddress;
    if (done) onMade({ kind: "calendar", name, token: `${location.origin}${done.path}` });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("Make a calendar address")} isDismissable={false} isBusy={isPending}>
      <Form onSubmit={() => void submit()} errors={fieldErrors(problems, fields)} aria-label={t("Make a calendar address")}>
        <FormError error={other?.message} {...(other && isRetryable(other) && { onRetry: () => void submit(), isRetrying: isPending })} />
        <p>{t("The calendar program of a phone or a computer fetches the appointments there by itself. It can change nothing.")}</p>
        <Select label={t("Whose calendar")} name="account" options={all.map(({ id, providerName }) => ({ value: id, label: providerName }))} value={account} onChange={setAccount} />
        <TextField label={t("Name of the program or device")} name="name" value={name} onChange={setName} isRequired maxLength={60} description={t("The activity log shows it beside your username.")} />
        <Select label={t("It ends after")} name="expiresInDays" options={days.map((value) => ({ value, label: plural(Number(value), "{count} day", "{count} days") }))} value={expiresInDays} onChange={setDays} />
        <Checkbox isSelected={names} isDisabled={!mayName} onChange={setNames} description={mayName ? t("Without them each is an “Appointment”.") : t("Each is an “Appointment”. Names leave the app only with Full Access to Reports & Exports.")}>
          {t("With the names of clients")}
        </Checkbox>
        {names && <Banner kind="warning">{t("Calendar programs keep a copy, often at their maker’s servers too, and show names on a locked screen. Revoking the address takes nothing back that was fetched.")}</Banner>}
        <DialogActions>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("Make the address")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
