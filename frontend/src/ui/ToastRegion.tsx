import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  type QueuedToast,
  Text,
} from "react-aria-components/Toast";
import { t } from "../text";
import { Button } from "./Button";
import { kindIcon, kindInk } from "./kind";
import { dismissToast, type ToastContent, toasts } from "./toast";

const subscribe = (onChange: () => void) => toasts.subscribe(onChange);
const hasToasts = () => toasts.visibleToasts.length > 0;

/**
 * Placed once. F6 leads to it; React Aria keeps it reachable over an open dialog. Mounted only while
 * there is something in it: the region makes itself known to F6 when it mounts, and not when it is empty.
 */
export function ToastRegion() {
  if (!useSyncExternalStore(subscribe, hasToasts)) return null;
  return (
    <AriaToastRegion
      queue={toasts}
      aria-label={t("Messages")}
      className="no-print fixed right-4 bottom-4 z-50 flex flex-col-reverse gap-2 rounded-lg phone:inset-x-3 phone:bottom-3"
    >
      {({ toast }) => <ToastCard toast={toast} />}
    </AriaToastRegion>
  );
}

interface ToastCardProps {
  toast: QueuedToast<ToastContent>;
}

function ToastCard({ toast }: ToastCardProps) {
  const { text, kind = "success", action } = toast.content;
  const Icon = kindIcon(kind);
  const act = () => {
    action?.onPress();
    dismissToast(toast.key);
  };
  return (
    <AriaToast
      toast={toast}
      className="flex w-full animate-rise items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-3.5 shadow-overlay desk:w-96"
    >
      <Icon aria-hidden size={18} className={`shrink-0 ${kindInk(kind)}`} />
      <AriaToastContent role={kind === "danger" ? "alert" : "status"} className="min-w-0 flex-1 py-1">
        <Text slot="title">{text}</Text>
      </AriaToastContent>
      {action && (
        <Button size="small" onPress={act}>
          {action.label}
        </Button>
      )}
      <AriaButton
        slot="close"
        aria-label={t("Dismiss")}
        className="hit inline-flex items-center justify-center rounded-md p-1 text-ink-muted data-hovered:bg-sunken data-hovered:text-ink"
      >
        <X aria-hidden size={16} />
      </AriaButton>
    </AriaToast>
  );
}
