import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import type { FormProps } from "./fileScreen";

export function FormActive<Fields extends { active: boolean }>({ form: { fields, set, labels } }: { form: FormProps<Fields> }) {
  return (
    <Checkbox name="active" isSelected={fields.active} onChange={(active) => set("active")(active as Fields["active"])} description={t("Is offered for new entries.")}>
      {labels.active}
    </Checkbox>
  );
}
