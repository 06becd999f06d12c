import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./Button";
import { Form } from "./Form";
import { TextField } from "./TextField";

afterEach(cleanup);

function SignUp({ onSubmit }: { onSubmit: (name: FormDataEntryValue | null) => void }) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const submit = (data: FormData) => {
    onSubmit(data.get("username"));
    setErrors({ username: "This username is taken." });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <TextField label="Practice name" name="practice" />
      <TextField label="Username" name="username" isRequired />
      <Button type="submit">Create My Account</Button>
    </Form>
  );
}

const described = (input: HTMLElement) =>
  (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");

test("a missing field is named, linked and focused, and nothing is sent", async () => {
  const onSubmit = vi.fn();
  render(<SignUp onSubmit={onSubmit} />);
  await userEvent.click(screen.getByRole("button"));
  const username = screen.getByLabelText("Username");
  expect(onSubmit).not.toHaveBeenCalled();
  expect(described(username)).toContain("Username is missing.");
  expect(document.activeElement).toBe(username);
});

test("what the server refused stands at its field, which takes the focus, and goes away with a change", async () => {
  const onSubmit = vi.fn();
  render(<SignUp onSubmit={onSubmit} />);
  const username = screen.getByLabelText("Username");
  await userEvent.type(username, "maria");
  await userEvent.click(screen.getByRole("button"));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("maria");
  expect(described(username)).toContain("This username is taken.");
  expect(document.activeElement).toBe(username);
  await userEvent.type(username, "2");
  expect(described(username)).not.toContain("taken");
});

test("the same refusal of a second try stands there again", async () => {
  const onSubmit = vi.fn();
  render(<SignUp onSubmit={onSubmit} />);
  const username = screen.getByLabelText("Username");
  await userEvent.type(username, "maria");
  await userEvent.click(screen.getByRole("button"));
  await userEvent.type(username, "2");
  await userEvent.click(screen.getByRole("button"));
  expect(onSubmit).toHaveBeenLastCalledWith("maria2");
  expect(described(username)).toContain("This username is taken.");
});

test("a parent that makes its errors at every render does not bring them back while one types", async () => {
  const onSubmit = vi.fn();
  function Rendering() {
    const [name, setName] = useState("maria");
    return (
      <Form onSubmit={onSubmit} errors={{ username: "This username is taken." }}>
        <TextField label="Username" name="username" value={name} onChange={setName} />
        <Button type="submit">Save</Button>
      </Form>
    );
  }
  render(<Rendering />);
  const username = screen.getByLabelText("Username");
  await userEvent.type(username, "23");
  expect(described(username)).not.toContain("taken");
  await userEvent.click(screen.getByRole("button"));
  expect(onSubmit).toHaveBeenCalledOnce();
});
