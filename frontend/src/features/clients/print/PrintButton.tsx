import { Printer } from "lucide-react";
import { useEffect } from "react";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import type { Printing } from "./usePrinting";

interface Props {
  printing: Pick<Printing<object>, "isPending" | "problems" | "start">;
  // What else is in the way.
  whyNot?: string;
}

export function PrintButton({ printing: { isPending, problems, start }, whyNot }: Props) {
  const why = useWhyNotEdit("REPORTS") ?? whyNot;
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
