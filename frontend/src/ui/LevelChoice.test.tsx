import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { LevelChoice } from "./LevelChoice";

afterEach(cleanup);

test("what is above the highest level is shown, with the reason, and cannot be chosen", async () => {
  const onChange = vi.fn();
  render(<LevelChoice label="Clients" value="NONE" onChange={onChange} highest="VIEW" />);
  await userEvent.click(screen.getByRole("radio", { name: "Full Access" }));
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("radio", { name: "View Only" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith("VIEW");
  const group = screen.getByRole("radiogroup", { name: "Clients" });
  expect(group.getAttribute("aria-describedby")).toBe(screen.getByText("You can give View Only at most.").id);
});
