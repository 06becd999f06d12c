import type { Operation } from "./gen/operations";

// The refusal of an operation: `code` says what to do, `details` hold more.
export class Refused extends Error {
  constructor(readonly code: string, message: string, readonly details: Record<string, unknown>) {
    super(message);
  }
}

export const url = (path: string) => `${process.env["LANYARD"]}${path}`;
export const asToken = () => ({ Authorization: `Bearer ${process.env["TOKEN"]}` });

export async function ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(url("/api"), {
    method: "POST",
    headers: { ...asToken(), "Content-Type": "application/json" },
    body: JSON.stringify({ query: operation, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string; extensions: { code: string } }[] };
  const [refusal] = errors ?? [];
  if (refusal) throw new Refused(refusal.extensions.code, refusal.message, refusal.extensions);
  return data as Data;
}
