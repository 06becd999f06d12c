import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CombinedError, type OperationResult, Provider } from "urql";
import { fromValue } from "wonka";
import { afterEach, expect, test } from "vitest";
import { SetAppointmentStatusDocument } from "../../gen/documents/features/calendar/Appointments";
import { toasts } from "../../ui/toast";
import { useQuickSave } from "./useQuickSave";

afterEach(() => {
  cleanup();
  toasts.clear();
});

function Move({ open }: { open: () => void }) {
  const save = useQuickSave(SetAppointmentStatusDocument);
  const about = { shown: { minutes: 50, location: "Room 1" }, labels: { minutes: "Length", location: "Location" }, open };
  return <button onClick={() => void save({ account: "a", id: "x", version: 1, status: "KEPT" }, about)}>Move</button>;
}

async function refusedWith(code: string, open: () => void) {
  const theirs = { minutes: 45, location: "Room 1" };
  const error = new CombinedError({ graphQLErrors: [{ message: "Not now.", extensions: { code, version: 2, theirs } }] });
  const client = { executeMutation: () => fromValue({ error } as OperationResult) };
  render(
    <Provider value={client as never}>
      <Move open={open} />
    </Provider>,
  );
  await userEvent.click(screen.getByRole("button"));
  return toasts.visibleToasts[0]?.content;
}

test("what somebody else has changed meanwhile is opened from the message", async () => {
  let opened = 0;
  const told = await refusedWith("CONFLICT", () => (opened += 1));
  told?.action?.onPress();
  expect([told?.text, told?.action?.label, opened]).toEqual(["Somebody else has just changed this: Length. It is shown anew: look, and try again.", "Open it", 1]);
});

test("any other refusal is told as it is", async () => {
  const told = await refusedWith("BAD_USER_INPUT", () => undefined);
  expect([told?.text, told?.action]).toEqual(["Not now.", undefined]);
});
