import { ArrowUp } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";

// Stands over what is being read and moves nothing of it.
export function NewEntries({ onShow }: { onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-16 z-20 flex justify-center">
      <Button variant="primary" size="small" icon={ArrowUp} onPress={onShow} className="pointer-events-auto shadow-overlay">
        {t("New entries")}
      </Button>
    </div>
  );
}
