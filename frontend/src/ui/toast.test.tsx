import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Dialog } from "./Dialog";
import { ToastRegion } from "./ToastRegion";
import { toast, toasts } from "./toast";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  act(() => toasts.clear());
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("stays at least eight seconds, then goes", () => {
  render(<ToastRegion />);
  act(() => void toast({ text: "Saved" }));
  act(() => void vi.advanceTimersByTime(7_900));
  expect(screen.queryByText("Saved")).toBeTruthy();
  act(() => void vi.advanceTimersByTime(300));
  expect(screen.queryByText("Saved")).toBeNull();
});

test("F6 leads into it, and while it has the focus it stays", async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  render(<ToastRegion />);
  act(() => void toast({ text: "Saved", action: { label: "Undo", onPress: vi.fn() } }));
  await user.keyboard("{F6}");
  expect(document.activeElement).toBe(screen.getByRole("region"));
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.queryByText("Saved")).toBeTruthy();
});

test("its action runs once and closes it", async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const undo = vi.fn();
  render(<ToastRegion />);
  act(() => void toast({ text: "Saved", action: { label: "Undo", onPress: undo } }));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText("Saved")).toBeNull();
});

test("on a phone a dialog that opens is not covered by what was said before", () => {
  vi.spyOn(window, "matchMedia").mockReturnValue({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() } as unknown as MediaQueryList);
  render(<ToastRegion />);
  act(() => void toast({ text: "Saved" }));
  render(
    <Dialog isOpen onOpenChange={vi.fn()} title="Refund">
      <p>How much</p>
    </Dialog>,
  );
  expect(screen.queryByText("Saved")).toBeNull();
  act(() => void toast({ text: "The connection is back" }));
  expect(screen.queryByText("The connection is back")).toBeTruthy();
});
