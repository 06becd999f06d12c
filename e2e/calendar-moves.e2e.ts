import { expect, test } from "./harness/test";
import { appointmentsOf, at, bookAppointment } from "./steps/appointments";
import { drag, grid, onGrid, practice, starts, toast, undo, week } from "./steps/calendar";

test("Calendar: an appointment is dragged to another time and made longer, and each is taken back", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 60 });
  const page = await grid(anna);
  const event = onGrid(page, "Ida Moss");
  const hour = (await event.boundingBox())?.height ?? 0;
  await drag(page, event, { y: 2 * hour });
  await toast(page).getByText("Ida Moss: now Mon, Mar 2, 11:00 AM.").waitFor();
  await expect.poll(() => starts(anna)).toEqual(["03-02T11:00"]);
  await undo(page);
  await expect.poll(() => starts(anna)).toEqual(["03-02T09:00"]);

  await onGrid(page, "Ida Moss").hover();
  const box = await onGrid(page, "Ida Moss").boundingBox();
  const edge = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + (box?.height ?? 0) - 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x, edge.y + hour / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await appointmentsOf(anna))[0]?.minutes).toBe(90);
});

test("Calendar: an empty time is chosen with the mouse and booked", async ({ stage }) => {
  const { anna } = await practice(stage);
  const page = await grid(anna, `${week}&view=day`);
  const nine = page.getByText("9am", { exact: true });
  const box = await nine.boundingBox();
  const grids = await page.getByRole("group", { name: "Calendar" }).boundingBox();
  await page.mouse.move((grids?.x ?? 0) + 400, (box?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((grids?.x ?? 0) + 400, (box?.y ?? 0) + 60, { steps: 5 });
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: "Book an appointment" });
  await dialog.waitFor();
  expect(await dialog.getByLabel("Begins at").inputValue()).toMatch(/^09:/);
});

test("Calendar: with the keyboard alone an appointment is opened, moved and keeps the focus", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 50 });
  const page = await grid(anna);
  await onGrid(page, "Ida Moss").focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
  await toast(page).getByText("Ida Moss: now Tue, Mar 3, 9:30 AM.").waitFor();
  expect(await starts(anna)).toEqual(["03-03T09:30"]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Ida Moss");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Appointment" });
  await dialog.getByLabel("Date").fill("2026-03-05");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await expect.poll(() => starts(anna)).toEqual(["03-05T09:30"]);
});

test("Calendar: two appointments that are moved right after each other are both saved", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  for (const time of ["09:00", "13:00"]) await bookAppointment(anna, { client: ida.id, start: at(time), minutes: 50 });
  const page = await grid(anna);
  for (const which of [0, 1]) {
    await onGrid(page, "Ida Moss").nth(which).focus();
    await page.keyboard.press("Shift+ArrowDown");
  }
  await expect.poll(() => starts(anna)).toEqual(["03-02T09:15", "03-02T13:15"]);
});
