import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./Button";
import { Form } from "./Form";
import { MoneyField } from "./MoneyField";

afterEach(cleanup);

function Charge({ onSubmit, onCents }: { onSubmit?: () => void; onCents: (cents: number | null) => void }) {
  const [cents, setCents] = useState<number | null>(1000);
  const change = (next: number | null) => {
    setCents(next);
    onCents(next);
  };
  return (
    <Form onSubmit={() => onSubmit?.()}>
      <MoneyField label="Charge" value={cents} onChange={change} />
      <Button type="submit">Save</Button>
    </Form>
  );
}

test("gives cents while one types and writes the amount out when one leaves", async () => {
  const onCents = vi.fn();
  render(<Charge onCents={onCents} />);
  const input = screen.getByLabelText<HTMLInputElement>("Charge");
  expect(input.value).toBe("10.00");
  await userEvent.clear(input);
  await userEvent.type(input, "1234.5");
  expect(onCents).toHaveBeenLastCalledWith(123_450);
  expect(input.value).toBe("1234.5");
  await userEvent.tab();
  expect(input.value).toBe("1,234.50");
});

test("an amount that cannot be read is kept as typed, is not given on, and stops the form", async () => {
  const onCents = vi.fn();
  const onSubmit = vi.fn();
  render(<Charge onCents={onCents} onSubmit={onSubmit} />);
  const input = screen.getByLabelText<HTMLInputElement>("Charge");
  await userEvent.type(input, "x");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(input.value).toBe("10.00x");
  expect(onCents).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.getByText("Enter an amount such as 125.00.")).toBeTruthy();
});
