import type { ProviderOfWorkFragment, WorkListQuery } from "../../gen/types";

export type Provider = ProviderOfWorkFragment;
export type AllWork = NonNullable<WorkListQuery["viewer"]>;

// What is to be done in one account: the rows that are shown, and how many there are.
export interface WorkOfAccount<Row> extends Provider {
  work: { nodes: readonly Row[] | null; totalCount: number } | null;
}

export type Work<Row> = Row & { provider: Provider };

// The rows of all accounts as one list.
export function united<Row extends object>(all: readonly WorkOfAccount<Row>[], order: (a: Row, b: Row) => number): Work<Row>[] {
  return all.flatMap(({ work, ...provider }) => (work?.nodes ?? []).map((row) => ({ ...row, provider }))).sort(order);
}

export const totalOf = (all: readonly WorkOfAccount<unknown>[]): number => all.reduce((sum, { work }) => sum + (work?.totalCount ?? 0), 0);

// The accounts that have more than is shown.
export const beyond = <Of extends WorkOfAccount<unknown>>(all: readonly Of[]): { account: Of; more: number }[] =>
  all.map((account) => ({ account, more: (account.work?.totalCount ?? 0) - (account.work?.nodes?.length ?? 0) })).filter(({ more }) => more > 0);

export const byText = <Row>(of: (row: Row) => string | null) => (a: Row, b: Row): number => (of(a) ?? "").localeCompare(of(b) ?? "");
