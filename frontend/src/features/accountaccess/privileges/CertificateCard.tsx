import { Printer, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { plural, t } from "../../../text";
import { formatMoment } from "../../../text/format";
import { Button } from "../../../ui/Button";
import { Fact } from "../../../ui/Fact";
import { Facts } from "../../../ui/Facts";
import { Heading } from "../../../ui/Heading";
import { useAccount } from "../../shell/viewer";
import type { Certificate } from "./OffboardDialog";

// What was ended, when, and who was told: on the screen, and alone on paper.
export function CertificateCard({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const { timeZone, providerName, practiceName } = useAccount();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const { username, endedBy, endedAt, seconds, accounts, signIns, told } = certificate;
  return (
    <section ref={card} tabIndex={-1} aria-labelledby="certificate" className="mb-4 flex flex-col gap-4 rounded-lg border border-success-line bg-surface px-5 py-4 outline-none phone:px-4">
      <Heading level={2} id="certificate" className="wrap-anywhere">
        {t("Certificate: the work of {username} is ended", { username })}
      </Heading>
      <Facts>
        <Fact label={t("Practice")}><span translate="no">{[practiceName, providerName].join(", ")}</span></Fact>
        <Fact label={t("Ended by")}><span translate="no">{endedBy}</span></Fact>
        <Fact label={t("Ended at")}><time dateTime={endedAt}>{formatMoment(endedAt, timeZone)}</time></Fact>
        <Fact label={t("Time that it took")}>{t("{seconds} seconds", { seconds: seconds.toFixed(2) })}</Fact>
        <Fact label={t("Sign-ins ended")}>{signIns}</Fact>
        <Fact label={t("Access ended to")}><span translate="no">{accounts.map((account) => account.providerName).join(", ")}</span></Fact>
        <Fact label={t("Told")}>{plural(told, "whoever runs {count} other account", "whoever runs {count} other accounts")}</Fact>
      </Facts>
      <div className="no-print flex flex-wrap gap-2">
        <Button variant="primary" icon={Printer} onPress={() => window.print()}>
          {t("Print")}
        </Button>
        <Button variant="quiet" icon={X} onPress={onClose}>
          {t("Close")}
        </Button>
      </div>
    </section>
  );
}
