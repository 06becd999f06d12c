import { axe, axeInTheDark } from "./harness/axe";
import { noSidewaysScroll } from "./harness/layout";
import { shot } from "./harness/shot";
import { expect, test } from "./harness/test";
import { addService, appointmentsOf, at, bookAppointment, editAppointment, monday, setStatus } from "./steps/appointments";
import { drag, grid, onGrid, practice, starts, toast, undo, week } from "./steps/calendar";

test("Calendar: days, weeks and months, with what became of each appointment", async ({ stage }) => {
  const { anna, ida, otto } = await practice(stage);
  const [talk, supervision] = [await addService(anna, "Short talk", "TEAL", "90832"), await addService(anna, "Supervision", "YELLOW")];
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 50, service: talk, location: "Room 2" });
  await bookAppointment(anna, { client: otto.id, start: at("09:30"), minutes: 50, service: supervision });
  await setStatus(anna, await bookAppointment(anna, { client: ida.id, start: at("11:00"), minutes: 50, service: talk }), "KEPT");
  await setStatus(anna, await bookAppointment(anna, { client: ida.id, start: at("11:00", "2026-03-03"), minutes: 50 }), "MISSED");
  await setStatus(anna, await bookAppointment(anna, { client: otto.id, start: at("13:00", "2026-03-04"), minutes: 25 }), "CANCELLED");
  const page = await grid(anna);
  await onGrid(page, "Ida Moss").first().waitFor();
  await shot(page, "calendar-week");
  await axe(page);
  for (const view of ["Day", "Month", "List"]) {
    await page.getByRole("button", { name: /View/ }).click();
    await page.getByRole("option", { name: view }).click();
    await page.getByText("Ida Moss").first().waitFor();
    await shot(page, `calendar-${view.toLowerCase()}`);
    await axe(page);
  }
  await page.getByRole("button", { name: /Ida Moss.*Kept/ }).waitFor();
  await page.getByRole("button", { name: "Week after" }).click();
  await page.getByText("No appointments here").waitFor();
  expect(page.url()).toContain("day=2026-03-09");
});

test("Calendar: without anything said it is this week, with today and now marked", async ({ stage }) => {
  const { anna } = await practice(stage);
  const page = await grid(anna, "/calendar");
  await page.locator("[aria-current=date]").first().waitFor();
  await axe(page);
  await axeInTheDark(page);
  await page.getByRole("button", { name: "Week after" }).click();
  await page.waitForURL(/day=/);
  await page.getByRole("button", { name: "Today" }).click();
  await page.waitForURL(/calendar$/);
});

test("Calendar: the front desk books for a client without Clients, and is warned of another at that time", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:30"), minutes: 50 });
  await addService(anna, "Short talk", "TEAL", "90832");
  const desk = await stage.member(anna, "desk", { CALENDAR: "FULL" });
  const page = await grid(desk);
  await page.getByRole("button", { name: "Book an appointment" }).click();
  const dialog = page.getByRole("dialog", { name: "Book an appointment" });
  await dialog.getByRole("button", { name: /Client/ }).click();
  await page.getByRole("searchbox").fill("fern ot");
  await page.getByRole("option", { name: /Otto Fern/ }).waitFor();
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("Date").fill(monday);
  await dialog.getByRole("button", { name: /Service code/ }).click();
  await page.getByRole("option", { name: /Short talk/ }).click();
  expect(await dialog.getByLabel("Length").inputValue()).toBe("30");
  await dialog.getByRole("button", { name: /90832.*Billing code/ }).waitFor();
  await dialog.getByLabel("Begins at").fill("09:15");
  await dialog.getByLabel("Location").fill("Room 1");
  await axe(page);
  await shot(page, "calendar-book");
  await dialog.getByRole("button", { name: "Save" }).click();
  await toast(page).getByText("Otto Fern is booked for Mon, Mar 2, 9:15 AM. At the same time: Ida Moss (9:30 AM).").waitFor();
  await onGrid(page, "Otto Fern").waitFor();
  expect(await starts(anna)).toEqual(["03-02T09:15", "03-02T09:30"]);
  expect((await appointmentsOf(anna))[0]).toMatchObject({ service: { name: "Short talk" }, serviceCode: "90832", minutes: 30, location: "Room 1" });
  for (const body of await stage.watch.bodies(page)) expect(body).not.toContain("lastName");
});

test("Calendar: kept, missed and cancelled, each with a press, and cancelling is taken back", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 50, service: await addService(anna, "Supervision", "PINK") });
  const page = await grid(anna);
  const become = async (name: string) => {
    await onGrid(page, "Ida Moss").click();
    await page.getByRole("dialog", { name: "Appointment" }).getByRole("button", { name }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  };
  const status = async () => (await appointmentsOf(anna))[0]?.status;
  await become("Cancel appointment");
  await toast(page).getByText("Ida Moss: Cancelled.").waitFor();
  await undo(page);
  await expect.poll(status).toBe("SCHEDULED");
  await become("Kept");
  await expect.poll(status).toBe("KEPT");
  await onGrid(page, "Ida Moss").click();
  const dialog = page.getByRole("dialog", { name: "Appointment" });
  await dialog.getByText("It was kept or missed, so it stays at its time.").waitFor();
  await dialog.getByText("Not billed", { exact: true }).waitFor();
  expect(await dialog.getByRole("link", { name: "Make a client session" }).count()).toBe(0);
  expect(await dialog.getByLabel("Begins at").getAttribute("readonly")).not.toBeNull();
  await axe(page);
  await shot(page, "calendar-kept");
  await dialog.getByRole("button", { name: "Set back to scheduled" }).click();
  await expect.poll(status).toBe("SCHEDULED");
});

test("Calendar: what is still to come cannot be kept yet, and the button says why", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const start = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000).toISOString();
  await bookAppointment(anna, { client: ida.id, start, minutes: 50 });
  const page = await anna.open("/calendar?view=list");
  await page.getByRole("button", { name: /Ida Moss/ }).click();
  const kept = page.getByRole("dialog").getByRole("button", { name: "Kept" });
  expect(await kept.getAttribute("aria-disabled")).toBe("true");
  await kept.press("Enter");
  await page.getByRole("tooltip").getByText("It has not begun yet").waitFor();
});

test("F9: two people change the same appointment: the second sees both, chooses, and nothing is lost", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const appointment = await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 50, location: "Room 1" });
  const page = await grid(anna);
  await onGrid(page, "Ida Moss").click();
  const dialog = page.getByRole("dialog", { name: "Appointment" });
  await dialog.getByLabel("Location").fill("Room 2");
  await dialog.getByLabel("Begins at").fill("10:00");
  const desk = await stage.member(anna, "desk", { CALENDAR: "FULL" });
  await editAppointment(desk, appointment, { client: ida.id, start: at("11:00"), minutes: 50, location: "Room 1" });
  await dialog.getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("dialog", { name: "Somebody else saved this while you were editing" });
  const begins = question.getByRole("radiogroup", { name: "Begins" });
  await begins.getByText("Mon, Mar 2, 11:00 AM").waitFor();
  await axe(page);
  await shot(page, "calendar-conflict");
  await begins.getByText("Mon, Mar 2, 11:00 AM").click();
  await question.getByRole("button", { name: "Save what I chose" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await appointmentsOf(anna)).toMatchObject([{ location: "Room 2", version: 3 }]);
  expect(await starts(anna)).toEqual(["03-02T11:00"]);
});

test("17: what a colleague books and moves is on an open calendar, with no action there", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  const desk = await stage.member(anna, "desk", { CALENDAR: "FULL" });
  const page = await grid(anna);
  const appointment = await bookAppointment(desk, { client: ida.id, start: at("09:00"), minutes: 50 });
  await onGrid(page, "Ida Moss").getByText("9:00 AM").waitFor();
  await editAppointment(desk, appointment, { client: ida.id, start: at("14:00"), minutes: 50 });
  await onGrid(page, "Ida Moss").getByText("2:00 PM").waitFor();
});

test("6: with View Only on Calendar it can be read, and says why nothing can be changed", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 60 });
  const viewer = await stage.member(anna, "viewer", { CALENDAR: "VIEW" });
  const page = await grid(viewer);
  expect(await page.getByRole("button", { name: "Book an appointment" }).getAttribute("aria-disabled")).toBe("true");
  await drag(page, onGrid(page, "Ida Moss"), { y: 100 });
  await onGrid(page, "Ida Moss").press("Shift+ArrowDown");
  await onGrid(page, "Ida Moss").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Appointment" });
  await dialog.getByText("this needs Full Access").waitFor();
  expect(await dialog.getByRole("textbox").count()).toBe(0);
  await axe(page);
  await shot(page, "calendar-view-only");
  expect(await starts(anna)).toEqual(["03-02T09:00"]);
});

test("Calendar on a phone: a list for the thumb, from which an appointment is changed", async ({ stage }) => {
  const { anna, ida } = await practice(stage);
  await bookAppointment(anna, { client: ida.id, start: at("09:00"), minutes: 50, location: "Room 2" });
  const page = await anna.open(week, { phone: true });
  const item = page.getByRole("button", { name: /Ida Moss/ });
  expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await noSidewaysScroll(page, 320);
  await axe(page);
  await item.tap();
  const dialog = page.getByRole("dialog", { name: "Appointment" });
  await dialog.getByLabel("Begins at").fill("10:30");
  await axe(page);
  await dialog.getByRole("button", { name: "Save" }).tap();
  await page.getByRole("button", { name: /10:30 AM/ }).waitFor();
  await page.getByRole("button", { name: "Day after" }).tap();
  await page.getByText("No appointments here").waitFor();
});
