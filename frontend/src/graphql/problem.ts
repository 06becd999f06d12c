import type { CombinedError } from "@urql/core";
import { t } from "../text";

// What the server says went wrong, or that it could not be reached.
export interface Problem {
  code: string;
  message: string;
  // Where in the input, such as ["input", "email"].
  input: string[];
  details: Record<string, unknown>;
}

export function problemsOf(error: CombinedError | undefined): Problem[] {
  if (!error) return [];
  if (error.networkError) return [unreachable()];
  return error.graphQLErrors.map(({ message, extensions }) => ({
    code: String(extensions.code ?? "INTERNAL"),
    message: withRequest(message, extensions),
    input: Array.isArray(extensions.input) ? extensions.input.map(String) : [],
    details: extensions,
  }));
}

// An error of the server's own is told with the id by which it can be found in its log.
function withRequest(message: string, extensions: Record<string, unknown>): string {
  if (extensions.code !== "INTERNAL" || !extensions.requestId) return message;
  return t("{message} (request {id})", { message, id: String(extensions.requestId) });
}

export function unreachable(): Problem {
  const message = navigator.onLine
    ? t("The server could not be reached. Nothing was lost: try again in a moment.")
    : t("You are offline. Nothing was lost: try again when you are back online.");
  return { code: "UNREACHABLE", message, input: [], details: {} };
}

// Why the part of an answer at this place is null, as the server says.
export const whyMissing = (error: CombinedError | undefined, ...place: (string | number)[]): string | undefined =>
  error?.graphQLErrors.find(({ path }) => path && place.every((step, index) => path[index] === step))?.message;

// The problems that belong to a field of a form, by the field's name; the last part of the path
// that names one counts.
export function fieldErrors(problems: Problem[], fields: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { input, message } of problems) {
    const field = input.findLast((part) => fields.includes(part));
    if (field) errors[field] ??= message;
  }
  return errors;
}

// The problems that no field stands for: they are shown above the form.
export function otherProblems(problems: Problem[], fields: readonly string[]): Problem[] {
  return problems.filter(({ input }) => !input.some((part) => fields.includes(part)));
}

export const isRetryable = ({ code }: Problem): boolean => code === "UNREACHABLE" || code === "INTERNAL";
