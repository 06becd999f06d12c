import { Eye } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { useWhyNotEdit } from "../shell/useWhyNotEdit";
import { useAccount, useViewer } from "../shell/viewer";
import { useBeginView } from "./useBeginView";

// Nobody looks as themself: they do already.
export function ViewAsButton({ link, username }: { link: string; username: string }) {
  const { begin, isPending, problems } = useBeginView();
  const { seenAs } = useAccount();
  const viewer = useViewer();
  const whyNot = useWhyNotEdit("ACCOUNT_ACCESS");
  if (username === viewer.username && !seenAs) return null;
  return (
    <div className="flex flex-col gap-2 phone:w-full">
      <Button icon={Eye} className="phone:whitespace-normal" whyDisabled={whyNot} isPending={isPending} onPress={() => begin(link)}>
        {t("View as {username}", { username })}
      </Button>
      <FormError error={problems[0]?.message} />
    </div>
  );
}
