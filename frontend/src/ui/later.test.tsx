import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { later } from "./later";

interface Props {
  text: string;
}

const Part = ({ text }: Props) => <p>{text}</p>;
const Face = ({ text }: Props) => <p>face of {text}</p>;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("what stands in its place gives way to it, with the same properties", async () => {
  const Later = later(() => Promise.resolve(Part), Face);
  render(<Later text="the menu" />);
  expect(screen.queryByText("face of the menu")).toBeTruthy();
  await screen.findByText("the menu");
  expect(screen.queryByText("face of the menu")).toBeNull();
});

test("is fetched once, and drawn at once wherever it is drawn again", async () => {
  const load = vi.fn(() => Promise.resolve(Part));
  const Later = later(load);
  const first = render(<Later text="the menu" />);
  await screen.findByText("the menu");
  first.unmount();
  render(<Later text="another" />);
  expect(screen.queryByText("another")).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

test("when it could not be fetched, it is tried again", async () => {
  vi.useFakeTimers();
  const load = vi.fn(() => Promise.resolve(Part)).mockRejectedValueOnce(new Error("offline"));
  const Later = later(load);
  render(<Later text="the menu" />);
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.queryByText("the menu")).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(screen.queryByText("the menu")).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});
