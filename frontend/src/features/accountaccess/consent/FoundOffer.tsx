import { Link2 } from "lucide-react";
import { useClient } from "urql";
import { AcceptOfferDocument } from "../../../gen/documents/features/accountaccess/consent/Code";
import { ViewerDocument } from "../../../gen/documents/features/shell/Viewer";
import { isRetryable } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { toast } from "../../../ui/toast";
import { useAccount, useViewer } from "../../shell/viewer";
import type { Found } from "./CodeCard";
import { FoundFrame } from "./FoundFrame";

interface Props {
  found: Found;
  code: string;
  onClose: () => void;
}

export function FoundOffer({ found, code, onClose }: Props) {
  const account = useAccount();
  const client = useClient();
  const { username } = useViewer();
  const { save, isPending, problems } = useSave(AcceptOfferDocument);
  const [problem] = problems;
  const accept = async () => {
    if (!(await save({ account: account.id, code }))?.acceptOffer) return;
    // The Provider drop-down gets the account.
    await client.query(ViewerDocument, {}, { requestPolicy: "network-only" });
    toast({ text: t("{username} is linked to the account of {provider}.", { username, provider: found.providerName }) });
    onClose();
  };
  return (
    <FoundFrame title={t("{username} offers you a link", { username: found.madeBy })} found={found} code={code} onClose={onClose}>
      <FormError error={problem?.message} {...(problem && isRetryable(problem) && { onRetry: () => void accept(), isRetrying: isPending })} />
      <Button variant="primary" icon={Link2} className="self-start phone:self-stretch" isPending={isPending} onPress={() => void accept()}>
        {t("Accept and link")}
      </Button>
    </FoundFrame>
  );
}
