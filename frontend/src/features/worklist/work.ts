import type { CombinedError } from "@urql/core";
import type { ProviderOfWorkFragment, WorkListQuery } from "../../gen/types";
import { whyMissing } from "../../graphql/problem";
import { t } from "../../text";
import type { Unseen } from "../shell/NotSeen";

export type Provider = ProviderOfWorkFragment;
export type AllWork = NonNullable<WorkListQuery["viewer"]>;

export interface WorkProps {
  work: AllWork;
  error: CombinedError | undefined;
}

// What is to be done in one account: the rows that are shown, and how many there are.
export interface WorkOfAccount<Row> extends Provider {
  work: { nodes: readonly Row[] | null; totalCount: number } | null;
}

export type Work<Row> = Row & { provider: Provider };

// The rows of all accounts as one list.
export function united<Row extends object>(all: readonly WorkOfAccount<Row>[], order: (a: Row, b: Row) => number): Work<Row>[] {
  return all.flatMap(({ work, ...provider }) => (work?.nodes ?? []).map((row) => ({ ...row, provider }))).sort(order);
}

// What was refused or has failed is not nothing to do. kind is what the part is called in the answer.
export const unseenOf = (all: readonly WorkOfAccount<unknown>[], kind: string, error: CombinedError | undefined): Unseen[] =>
  all.flatMap(({ work, ...provider }, index) =>
    work?.nodes ? [] : [{ provider, why: whyMissing(error, "viewer", kind, index) ?? t("It could not be read.") }],
  );

export const totalOf = (all: readonly WorkOfAccount<unknown>[]): number => all.reduce((sum, { work }) => sum + (work?.totalCount ?? 0), 0);

// The accounts that have more than is shown.
export const beyond = <Of extends WorkOfAccount<unknown>>(all: readonly Of[]): { account: Of; more: number }[] =>
  all.map((account) => ({ account, more: (account.work?.totalCount ?? 0) - (account.work?.nodes?.length ?? 0) })).filter(({ more }) => more > 0);

export const byText = <Row>(of: (row: Row) => string | null) => (a: Row, b: Row): number => (of(a) ?? "").localeCompare(of(b) ?? "");
