import { type ReactNode, useState } from "react";
import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import { FieldRow } from "../../ui/FieldRow";
import { Section } from "../../ui/Section";
import { TextField } from "../../ui/TextField";
import type { Edit } from "../editing/useEdit";
import { type AddressName, addressFields, isEmptyAddress } from "./addresses";
import type { PracticeField, PracticeFields } from "./practiceFields";

interface Props {
  name: AddressName;
  title: string;
  // What an address that is left empty is the same as.
  sameAs?: ReactNode;
  fields: PracticeFields;
  set: Edit<PracticeFields>["set"];
}

export function AddressGroup({ name, title, sameAs, fields, set }: Props) {
  const [isOwn, setOwn] = useState(false);
  const isSame = sameAs !== undefined && !isOwn && isEmptyAddress(name, fields);
  const choose = (same: boolean) => {
    setOwn(!same);
    if (same) for (const field of addressFields(name)) set(field)("");
  };
  const part = (field: PracticeField, label: string, more: object = {}) => (
    <TextField label={label} name={field} value={fields[field]} onChange={set(field) as (value: string) => void} autoComplete="off" {...more} />
  );
  return (
    <Section title={title} headingLevel={3}>
      {sameAs && (
        <Checkbox isSelected={isSame} onChange={choose}>
          {sameAs}
        </Checkbox>
      )}
      {!isSame && (
        <div className="flex flex-col gap-4">
          {part(`${name}Street`, t("Street and number"))}
          <FieldRow columns={3}>
            {part(`${name}City`, t("City"))}
            {part(`${name}State`, t("State"), { maxLength: 2, description: t("Two letters, such as NY.") })}
            {part(`${name}Zip`, t("ZIP code"), { maxLength: 10, inputMode: "numeric", description: t("Five or nine digits.") })}
          </FieldRow>
        </div>
      )}
    </Section>
  );
}
