import type { OfferAuthenticatorMutation } from "../../gen/types";
import { t } from "../../text";
import { linkClass } from "../../ui/linkClass";

type Offer = NonNullable<OfferAuthenticatorMutation["offerAuthenticator"]>;

// Dark on light in either theme: not every camera reads it the other way round.
export function KeyToScan({ offer: { key, address, picture } }: { offer: Offer }) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <svg role="img" aria-label={t("QR code of the key; the key is beside it in letters")} viewBox={`0 0 ${picture.size} ${picture.size}`} width={picture.size * 4} height={picture.size * 4} shapeRendering="crispEdges">
        <rect width="100%" height="100%" fill="white" />
        <path d={picture.path} fill="black" />
      </svg>
      <div className="min-w-0 flex-1 basis-48">
        <p>{t("Scan this with the app.")}</p>
        <p className="mt-2 text-sm text-ink-muted">{t("If you cannot scan, type this key into it:")}</p>
        <p className="font-mono wrap-anywhere" translate="no" data-key={key}>
          {key.match(/.{1,4}/g)?.join(" ")}
        </p>
        <p className="mt-2 text-sm">
          <a className={linkClass} href={address}>
            {t("The app is on this device")}
          </a>
        </p>
      </div>
    </div>
  );
}
