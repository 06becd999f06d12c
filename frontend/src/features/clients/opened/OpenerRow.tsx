import { useId } from "react";
import type { OpenerOfClientFragment } from "../../../gen/types";
import { plural, t } from "../../../text";
import { Badge } from "../../../ui/Badge";
import { ExpandButton } from "../../../ui/ExpandButton";
import { useAccount, useViewer } from "../../shell/viewer";
import { OpenerEntries } from "./OpenerEntries";
import { kindText, openerName, span, standing } from "./opener";

interface Props {
  opener: OpenerOfClientFragment;
  client: string;
  from: string | null;
  isOpen: boolean;
  onToggle: () => void;
}

// A person; what they did opens in place, in sentences.
export function OpenerRow({ opener, client, from, isOpen, onToggle }: Props) {
  const { timeZone } = useAccount();
  const { accounts } = useViewer();
  const id = useId();
  const name = openerName(opener);
  return (
    <li className="border-b border-line last:border-b-0">
      <div className="flex items-start gap-3 px-5 py-3 phone:px-4">
        <ExpandButton label={t("What {name} did", { name })} isExpanded={isOpen} controls={id} onPress={onToggle} />
        <div className="min-w-0">
          <h3 className="wrap-anywhere">
            <span translate="no" className="font-semibold">{name}</span> <span className="text-ink-muted">{standing(opener, accounts)}</span>
          </h3>
          <p className="text-ink-muted">{span(opener, timeZone)}</p>
          {opener.apps && opener.apps.length > 0 && <p className="wrap-anywhere text-ink-muted">{t("In part by an app: {apps}", { apps: opener.apps.join(", ") })}</p>}
          {(opener.inEmergency ?? 0) > 0 && <p className="text-danger-ink">{plural(opener.inEmergency ?? 0, "{count} time by emergency access", "{count} times by emergency access")}</p>}
          <ul className="mt-1.5 flex flex-wrap gap-1.5">
            {opener.kinds?.map(({ code, count }) => (
              <li key={code}>
                <Badge>{kindText(code, count)}</Badge>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {isOpen && (
        <div id={id}>
          <OpenerEntries client={client} username={opener.username ?? ""} from={from} />
        </div>
      )}
    </li>
  );
}
