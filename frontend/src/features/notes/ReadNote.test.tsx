import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AccountContext, type OpenAccount } from "../shell/viewer";
import { ReadNote } from "./ReadNote";
import type { WholeNote } from "./noteFields";

afterEach(cleanup);

const account = { id: "a", timeZone: "America/New_York", mayView: () => true, mayEdit: () => false, level: () => "VIEW" } as Partial<OpenAccount>;

const signed: WholeNote = {
  __typename: "SessionNote", id: "n", version: 2, noteType: "PROGRESS", noteDate: "2026-03-02", body: "Slept well.", status: "SIGNED",
  author: "anna", signedBy: "anna", signedAt: "2026-03-02T10:00:00Z", createdAt: "2026-03-02T09:00:00Z", session: null, intact: true, client: null,
  addenda: [{ __typename: "NoteAddendum", body: "More.", author: "anna", createdAt: "2026-03-03T10:00:00Z", intact: true }],
};

const read = (note: WholeNote) =>
  render(
    <AccountContext value={account as OpenAccount}>
      <ReadNote note={note} again={() => undefined} />
    </AccountContext>,
  );

test("a note that was altered after it was signed says so, above its text", () => {
  read({ ...signed, intact: false, addenda: signed.addenda?.map((one) => ({ ...one, intact: false })) ?? null });
  const banner = screen.getByText("This is not what was signed");
  expect(banner.compareDocumentPosition(screen.getByText("Slept well."))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getByText("Altered")).toBeTruthy();
});

test("what is as it was signed raises no alarm", () => {
  read(signed);
  expect(screen.queryByText("This is not what was signed")).toBeNull();
  expect(screen.queryByText("Altered")).toBeNull();
});
