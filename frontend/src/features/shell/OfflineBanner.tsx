import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { t } from "../../text";
import { Banner } from "../../ui/Banner";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className="sticky top-0 z-50">
      <Banner kind="warning" icon={WifiOff} role="status">
        {t("You are offline. What you type stays here; save it when you are back online.")}
      </Banner>
    </div>
  );
}
