import type { TypedDocumentNode } from "@urql/core";
import type { ComponentType, ReactNode } from "react";
import type { MasterFile } from "../../gen/types";
import type { PageOf } from "../../graphql/followPages";
import type { Column } from "../../ui/column";
import type { Saved } from "../editing/draft";
import { fieldsOf } from "../editing/fieldsOf";
import type { Edit } from "../editing/useEdit";
import type { Entry } from "./entry";
import type { Words } from "../editing/words";

// A document, and what is wanted of its answer.
export interface Asked<Variables, Result> {
  document: TypedDocumentNode<unknown, Variables>;
  read: (data: unknown) => Result | null | undefined;
}

export const asked = <Data, Variables, Result>(document: TypedDocumentNode<Data, Variables>, read: (data: Data) => Result | null | undefined): Asked<Variables, Result> => ({
  document,
  read: (data) => (data === undefined ? undefined : read(data as Data)),
});

export interface FileTexts {
  title: string;
  add: string;
  empty: string;
  searchFor: string;
  noun: string;
  // Of an entry's dialog, where its name alone does not say what it is.
  entry?: (name: string) => string;
}

export interface FormProps<Fields extends object> extends Pick<Edit<Fields>, "fields" | "set"> {
  labels: Words<Fields>["labels"];
  isNew: boolean;
}

export interface RowActionsProps<Row, Fields> {
  row: Row;
  whyNot: string | undefined;
  change: (fields: Partial<Fields>) => void;
}

// A master file on screen: the one description from which its list and its forms follow.
export interface FileScreen<Row extends Entry, Fields extends { active: boolean }, Input> {
  file: MasterFile;
  texts: () => FileTexts;
  list: Asked<{ account: string; search?: string | null; activeOnly: boolean; after?: string | null }, PageOf<Row>>;
  add: Asked<{ account: string; input: Input }, Row>;
  edit: Asked<{ account: string; id: string; version: number; input: Input }, Row>;
  empty: Fields;
  input: (fields: Fields) => Input;
  words: () => Words<Fields>;
  // What people know an entry by.
  nameOf: (row: Row) => string | null;
  // All but its state and its buttons.
  columns: () => Column<Row>[];
  Form: ComponentType<FormProps<Fields>>;
  RowActions?: (props: RowActionsProps<Row, Fields>) => ReactNode;
}

export const savedOf = <Fields extends object>(empty: Fields, row: Entry): Saved<Fields> => ({
  version: row.version ?? 0,
  fields: fieldsOf(empty, row as Partial<Record<keyof Fields, unknown>>),
});
