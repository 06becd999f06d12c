import { Link2, Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { useClient } from "urql";
import { JoinAccountDocument } from "../../../gen/documents/features/accountaccess/other/Other";
import { ViewerDocument } from "../../../gen/documents/features/shell/Viewer";
import { isRetryable } from "../../../graphql/problem";
import { useSave } from "../../../graphql/useSave";
import { t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { AccountAvatar } from "../../../ui/AccountAvatar";
import { Banner } from "../../../ui/Banner";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { Heading } from "../../../ui/Heading";
import { toast } from "../../../ui/toast";
import { useAccount, useViewer } from "../../shell/viewer";
import type { Find, Joined } from "./find";
import { useIsPast } from "./useIsPast";

interface Props {
  find: Find;
  onCancel: () => void;
  onJoined: (joined: Joined) => void;
}

// The account that was found, before it is joined.
export function FoundCard({ find, onCancel, onJoined }: Props) {
  const account = useAccount();
  const { username } = useViewer();
  const client = useClient();
  const { save, isPending, problems } = useSave(JoinAccountDocument);
  const isPast = useIsPast(find.until);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const [problem] = problems;

  const join = async () => {
    const data = await save({ account: account.id, find: find.id });
    const joined = data?.joinAccount?.account;
    if (!joined) return;
    // The Provider drop-down gets the account.
    await client.query(ViewerDocument, {}, { requestPolicy: "network-only" });
    toast({ text: t("You have joined {provider}.", { provider: joined.providerName }) });
    onJoined(joined);
  };
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="found" className="flex flex-col gap-4 rounded-lg border bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="found">
        {t("Account found")}
      </Heading>
      <div className="flex items-center gap-3 rounded-md border bg-canvas px-4 py-3">
        <AccountAvatar id={find.id} name={find.providerName} size="large" />
        <div translate="no" className="min-w-0">
          <p className="text-lg font-semibold wrap-anywhere">{find.providerName}</p>
          <p className="wrap-anywhere text-ink-muted">{find.practiceName}</p>
        </div>
      </div>
      {isPast ? (
        <Banner kind="warning" role="alert" title={t("The ten minutes are over")} actions={<Button icon={Search} onPress={onCancel}>{t("Find it again")}</Button>}>
          {t("A find can be joined for ten minutes. Enter the password again to find the account anew.")}
        </Banner>
      ) : (
        <p>
          {t("Nothing is granted yet. Join Account links it to {username}; you can do so until {time}.", {
            username,
            time: formatMoment(new Date(find.until).toISOString(), account.timeZone),
          })}
        </p>
      )}
      <FormError error={problem?.message} {...(problem && isRetryable(problem) && { onRetry: () => void join(), isRetrying: isPending })} />
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <Button variant="primary" icon={Link2} isPending={isPending} onPress={() => void join()} whyDisabled={isPast ? t("The ten minutes are over: find the account again.") : undefined}>
          {t("Join Account")}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {t("Cancel")}
        </Button>
      </div>
    </section>
  );
}
