import type { TaxIdKind } from "../../gen/types";
import { t } from "../../text";
import { FieldRow } from "../../ui/FieldRow";
import { Select } from "../../ui/Select";
import { TextField } from "../../ui/TextField";
import { MaskedNumberField } from "../editing/MaskedNumberField";
import { isMasked } from "../editing/masked";
import type { Edit } from "../editing/useEdit";
import { type PracticeFields, practiceLabels, taxIdKinds } from "./practiceFields";

interface Props {
  fields: PracticeFields;
  saved: PracticeFields;
  set: Edit<PracticeFields>["set"];
}

// A person's number is never shown whole again, so it is typed anew to be called another kind.
export function TaxIdFields({ fields, saved, set }: Props) {
  const labels = practiceLabels();
  const chooseKind = (kind: TaxIdKind) => {
    set("taxIdKind")(kind);
    if (isMasked(saved.taxId)) set("taxId")(kind === saved.taxIdKind ? saved.taxId : "");
  };
  const kind = <Select label={labels.taxIdKind} name="taxIdKind" options={taxIdKinds()} value={fields.taxIdKind} onChange={chooseKind} />;
  if (isMasked(saved.taxId) && fields.taxIdKind === saved.taxIdKind) {
    return (
      <>
        <FieldRow>{kind}</FieldRow>
        <MaskedNumberField label={labels.taxId} name="taxId" saved={saved.taxId} value={fields.taxId} onChange={set("taxId")} />
      </>
    );
  }
  return (
    <FieldRow>
      {kind}
      <TextField label={labels.taxId} name="taxId" value={fields.taxId} onChange={set("taxId")} autoComplete="off" inputMode="numeric" maxLength={11} description={t("Nine digits. Claims carry it in box 25.")} />
    </FieldRow>
  );
}
