import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { useFew } from "./useFew";

afterEach(cleanup);

function Numbers({ few }: { few: number }) {
  const { rows, footer } = useFew([9, 8, 7, 6, 5], { few, keep: (n) => n === 6, all: "Show all 5" });
  return (
    <>
      <output>{rows.join(" ")}</output>
      {footer}
    </>
  );
}

test("the newest are shown and those that matter, and all when that is asked for", async () => {
  const user = userEvent.setup();
  render(<Numbers few={2} />);
  expect(screen.getByRole("status").textContent).toBe("9 8 6");
  await user.click(screen.getByRole("button", { name: "Show all 5" }));
  expect(screen.getByRole("status").textContent).toBe("9 8 7 6 5");
  await user.click(screen.getByRole("button", { name: "Show fewer" }));
  expect(screen.getByRole("status").textContent).toBe("9 8 6");
});

test("where all are shown there is nothing to press", () => {
  render(<Numbers few={5} />);
  expect(screen.queryByRole("button")).toBeNull();
});
