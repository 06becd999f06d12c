import type { Position } from "./position";

// What stands in a line has an id.
export interface Line {
  id: string;
}

// A place by whose row it is: rows move when a filter or a colleague changes the list, and the next
// key must not set somebody else's level.
export interface Place {
  // A link's id, or "head".
  link: string;
  column: number;
}

export const textOf = ({ link, column }: Place): string => `${link} ${column}`;

export function placeOf(text: string): Place {
  const [link = "head", column = "0"] = text.split(" ");
  return { link, column: Number(column) };
}

export const positionOf = ({ link, column }: Place, rows: readonly Line[]): Position => ({ row: rows.findIndex((row) => row.id === link), column });

export const placeAt = ({ row, column }: Position, rows: readonly Line[]): Place => ({ link: rows[row]?.id ?? "head", column });
