import { ForbidApiTokensDocument } from "../../../gen/documents/features/accountaccess/apitokens/TokensHere";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useWhyNotEdit } from "../../shell/useWhyNotEdit";
import { useAccount } from "../../shell/viewer";

// Whether apps may come in at all.
export function RuleCard({ forbidden }: { forbidden: boolean }) {
  const { id: account } = useAccount();
  const { save, isPending, problems } = useSave(ForbidApiTokensDocument);
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  const change = async () => {
    if (await save({ account, forbidden: !forbidden })) toast({ text: forbidden ? t("Apps are let in again.") : t("No app is let in any more.") });
  };
  return (
    <Card title={forbidden ? t("No app is let in") : t("Apps are let in")}>
      <div className="flex flex-col items-start gap-3">
        <FormError error={problems[0]?.message} />
        <p>{forbidden ? t("Apps that were let in wait outside. Let in again, they go on with what they were given.") : t("Whoever may enter this account can make an API token, or let in one of the apps under Apps, for what they may do themselves. You can keep all of them out, at once and for as long as you like.")}</p>
        <Button onPress={() => void change()} isPending={isPending} whyDisabled={whyNot}>
          {forbidden ? t("Let apps in again") : t("Let no apps in")}
        </Button>
      </div>
    </Card>
  );
}
