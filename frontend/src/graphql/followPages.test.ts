import type { OperationResult } from "@urql/core";
import { expect, test } from "vitest";
import { type Subject, makeSubject } from "wonka";
import { type PageOf, followPages } from "./followPages";

type Answer = OperationResult<PageOf<string>>;

function list() {
  const asked: { after: string | null; answers: Subject<Answer> }[] = [];
  const pages = followPages<PageOf<string>, string>(
    (after) => {
      const answers = makeSubject<Answer>();
      asked.push({ after, answers });
      return answers.source;
    },
    (data) => data,
    () => undefined,
  );
  const answer = (index: number, nodes: string[], hasNextPage: boolean) =>
    asked[index]?.answers.next({ data: { nodes, totalCount: 9, pageInfo: { hasNextPage, endCursor: nodes.at(-1) ?? null } }, stale: false } as unknown as Answer);
  return { asked, pages, answer };
}

test("a next page goes on where the one before ends", () => {
  const { asked, pages, answer } = list();
  answer(0, ["a", "b"], true);
  pages.more();
  answer(1, ["c"], false);
  expect(asked.map(({ after }) => after)).toEqual([null, "b"]);
  expect(pages.now()).toMatchObject({ rows: ["a", "b", "c"], total: 9, hasMore: false, isFetching: false });
});

test("a row that is added to the first page pushes no other out of sight", () => {
  const { asked, pages, answer } = list();
  answer(0, ["b", "d"], true);
  pages.more();
  answer(1, ["e"], false);
  answer(0, ["a", "b"], true);
  expect(asked.map(({ after }) => after)).toEqual([null, "d", "b"]);
  answer(1, ["late", "and of the old page"], false);
  answer(2, ["d", "e"], false);
  expect(pages.now().rows).toEqual(["a", "b", "d", "e"]);
});

test("a list that has become shorter has no pages behind its end", () => {
  const { pages, answer } = list();
  answer(0, ["a", "b"], true);
  pages.more();
  answer(1, ["c"], false);
  answer(0, ["a"], false);
  expect(pages.now().rows).toEqual(["a"]);
});
