import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./Button";
import { Form } from "./Form";
import { TextField } from "./TextField";

afterEach(cleanup);

function Save({ whyDisabled, onSubmit, onPress }: { whyDisabled?: string; onSubmit: () => void; onPress: () => void }) {
  return (
    <Form onSubmit={onSubmit}>
      <TextField label="Name" />
      <Button type="submit" onPress={onPress} whyDisabled={whyDisabled}>
        Save
      </Button>
    </Form>
  );
}

test("a button with a reason can be reached and does nothing, by press or by Enter in a field", async () => {
  const onSubmit = vi.fn();
  const onPress = vi.fn();
  render(<Save whyDisabled="You have View Only access." onSubmit={onSubmit} onPress={onPress} />);
  const save = screen.getByRole("button", { name: "Save" });
  await userEvent.click(save);
  await userEvent.type(screen.getByLabelText("Name"), "x{Enter}");
  expect(onSubmit).not.toHaveBeenCalled();
  expect(onPress).not.toHaveBeenCalled();
  save.focus();
  expect(document.activeElement).toBe(save);
  expect(save.getAttribute("aria-disabled")).toBe("true");
  const reason = save.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
  expect(document.getElementById(reason)?.textContent).toBe("You have View Only access.");
});

test("without one it submits, by press and by Enter", async () => {
  const onSubmit = vi.fn();
  render(<Save onSubmit={onSubmit} onPress={vi.fn()} />);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await userEvent.type(screen.getByLabelText("Name"), "x{Enter}");
  expect(onSubmit).toHaveBeenCalledTimes(2);
});
