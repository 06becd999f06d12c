import { Link2 } from "lucide-react";
import { useState } from "react";
import { AcceptRequestDocument } from "../../../gen/documents/features/accountaccess/consent/Code";
import type { AccessLevel, Section } from "../../../gen/types";
import { fieldErrors, otherProblems } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Form } from "../../../ui/Form";
import { FormError } from "../../../ui/FormError";
import { levelRank } from "../../../ui/level";
import { toast } from "../../../ui/toast";
import { sections } from "../../shell/sections";
import { useAccount } from "../../shell/viewer";
import type { Found } from "./CodeCard";
import { daysOf, windowOf } from "./days";
import { DaysFields } from "./DaysFields";
import { FoundFrame } from "./FoundFrame";
import { LevelsField } from "./LevelsField";
import { levelOf, levelsOf, levelsToGive } from "./levels";

interface Props {
  found: Found;
  code: string;
  onClose: () => void;
}

const fields = ["levels", "validFrom", "validUntil"];

// Whoever asks gets what is given: less than was asked for, or as much.
export function FoundRequest({ found, code, onClose }: Props) {
  const account = useAccount();
  const asked = levelsOf(found.levels);
  const most = (section: Section): AccessLevel => (levelRank(account.level(section)) < levelRank(levelOf(asked, section)) ? account.level(section) : levelOf(asked, section));
  const [levels, setLevels] = useState(() => Object.fromEntries(found.levels.map(({ section }) => [section, most(section)])));
  const askedDays = daysOf(found, account.timeZone);
  const [days, setDays] = useState(askedDays);
  const { save, isPending, problems } = useSave(AcceptRequestDocument);
  const errors = fieldErrors(problems, fields);
  const [other] = otherProblems(problems, fields);
  const accept = async () => {
    const chosen = windowOf(days, account.timeZone);
    // What was asked for stays to the minute: it may have been asked in another time zone.
    const window = {
      validFrom: days.first === askedDays.first ? found.validFrom : chosen.validFrom,
      validUntil: days.last === askedDays.last ? found.validUntil : chosen.validUntil,
    };
    const link = (await save({ account: account.id, code, input: { levels: levelsToGive(levels), ...window } }))?.acceptRequest?.link;
    if (!link) return;
    toast({ text: t("{username} may now enter this account.", { username: link.username ?? "" }) });
    onClose();
  };
  return (
    <FoundFrame title={t("{username} asks to enter this account", { username: found.madeBy })} found={found} code={code} onClose={onClose}>
      <Form onSubmit={() => void accept()} errors={errors} aria-label={t("Give access")}>
        <FormError error={other?.message} />
        <LevelsField only={sections.filter((section) => levelOf(asked, section) !== "NONE")} levels={levels} onChange={setLevels} highest={most} whyCapped={t("More was not asked for, or is not yours to give.")} error={errors.levels} />
        <DaysFields days={days} onChange={setDays} errors={errors} />
        <div>
          <Button type="submit" variant="primary" icon={Link2} isPending={isPending}>
            {t("Give this access")}
          </Button>
        </div>
      </Form>
    </FoundFrame>
  );
}
