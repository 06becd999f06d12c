import { type Audit, serverAudits } from "graphql-http";
import { describe, expect, inject, test } from "vitest";

// GraphQL over HTTP as the package graphql-http reads it: every MUST, SHOULD and MAY.
const audits = serverAudits({
  url: inject("endpoint"),
  fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...init?.headers, cookie: inject("cookie") } }),
});

const levels = (level: string) => audits.filter(({ name }: Audit) => name.startsWith(level));

describe("GraphQL over HTTP", () => {
  test("the audits are those that are known", () => {
    expect([levels("MUST").length, levels("SHOULD").length, levels("MAY").length, audits.length]).toEqual([13, 23, 25, 61]);
  });
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))("%s %s", async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result, "reason" in result ? result.reason : "").toMatchObject({ status: "ok" });
  });
});
