import { t } from "../../text";
import { Button } from "../../ui/Button";

interface Props {
  name: string;
  isActive: boolean;
  whyNot: string | undefined;
  onChange: (active: boolean) => void;
}

// Nothing that was saved with an entry changes when it is no longer offered, and it takes one press
// to offer it again: nobody is asked.
export function ActiveButton({ name, isActive, whyNot, onChange }: Props) {
  const label = isActive ? t("Deactivate {name}", { name }) : t("Activate {name}", { name });
  return (
    <Button size="small" variant="quiet" aria-label={label} whyDisabled={whyNot} onPress={() => onChange(!isActive)}>
      {isActive ? t("Deactivate") : t("Activate")}
    </Button>
  );
}
