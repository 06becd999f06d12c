import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { DataTable } from "./DataTable";

afterEach(cleanup);

const rows = [{ id: "1", name: "Alvarez, Maria" }];

function Clients({ onAction, onEdit }: { onAction: (row: { name: string }) => void; onEdit: () => void }) {
  return (
    <DataTable
      caption="Clients"
      rows={rows}
      rowKey={(row) => row.id}
      onAction={onAction}
      columns={[
        { id: "name", header: "Name", cell: (row) => row.name },
        { id: "status", header: "Status", cell: () => "Active" },
        { id: "edit", header: "Actions", isActions: true, cell: () => <button onClick={onEdit}>Edit</button> },
      ]}
    />
  );
}

test("a row acts where it is pressed and by its name's button, but not under another control", async () => {
  const onAction = vi.fn();
  const onEdit = vi.fn();
  render(<Clients onAction={onAction} onEdit={onEdit} />);
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  expect(onEdit).toHaveBeenCalledOnce();
  expect(onAction).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText("Active"));
  await userEvent.click(screen.getByRole("button", { name: "Alvarez, Maria" }));
  expect(onAction).toHaveBeenCalledTimes(2);
});

test("a row's link gets the press on its row, with the keys held", () => {
  const seen: boolean[] = [];
  render(
    <DataTable
      caption="Clients"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: "name",
          header: "Name",
          cell: (row) => (
            <a
              href="#client"
              data-row-action=""
              onClick={(event) => {
                event.preventDefault();
                seen.push(event.ctrlKey);
              }}
            >
              {row.name}
            </a>
          ),
        },
        { id: "status", header: "Status", cell: () => "Active" },
      ]}
    />,
  );
  fireEvent.click(screen.getByText("Active"), { ctrlKey: true });
  expect(seen).toEqual([true]);
});
