import { BookOpen } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { samples } from "./samples";

export function SampleMenu({ onChoose }: { onChoose: (query: string) => void }) {
  const items = samples().map(({ id, title, query }) => ({ id, label: title, onAction: () => onChoose(query) }));
  return <Menu label={t("Samples")} sections={[{ items }]} trigger={(opens) => <Button {...opens} icon={BookOpen}>{t("Samples")}</Button>} />;
}
