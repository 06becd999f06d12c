// The names of a record's fields, and what each holds, in words.
export interface Words<Fields> {
  labels: Record<keyof Fields & string, string>;
  show: (field: keyof Fields & string, fields: Fields) => string | null;
}
