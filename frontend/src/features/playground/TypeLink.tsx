import { Button } from "react-aria-components/Button";
import { linkClass } from "../../ui/linkClass";

interface Props {
  // As it is written, such as [Client!].
  type: string;
  onOpen: (name: string) => void;
}

export function TypeLink({ type, onOpen }: Props) {
  const name = type.replace(/[[\]!]/g, "");
  return (
    <Button onPress={() => onOpen(name)} className={`${linkClass} focus-ring rounded-sm font-mono`}>
      <span translate="no">{type}</span>
    </Button>
  );
}
