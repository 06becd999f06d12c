import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export type ToastKind = "success" | "info" | "warning" | "danger";

export interface ToastContent {
  text: string;
  kind?: ToastKind;
  action?: { label: string; onPress: () => void };
}

const SHOWN_MS = 8_000;
/** What can be acted on stays longer: it must be found and reached first. */
const ACTION_MS = 20_000;

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says something without taking the focus. Pointer or focus on it stops its clock. */
export function toast(content: ToastContent): string {
  return toasts.add(content, { timeout: content.action ? ACTION_MS : SHOWN_MS });
}

export function dismissToast(key: string): void {
  toasts.close(key);
}
