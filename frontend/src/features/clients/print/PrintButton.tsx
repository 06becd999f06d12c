import { Printer } from "lucide-react";
import { useEffect } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import type { Printing } from "./usePrinting";

export function PrintButton({ printing: { isPending, problems, start } }: { printing: Pick<Printing<object>, "isPending" | "problems" | "start"> }) {
  const why = useWhyNotEdit("REPORTS");
  const failed = problems[0]?.message;
  useEffect(() => {
    if (failed) toast({ kind: "danger", text: failed });
  }, [failed]);
  return (
    <Button icon={Printer} whyDisabled={why} isPending={isPending} onPress={start}>
      {t("Print")}
    </Button>
  );
}
