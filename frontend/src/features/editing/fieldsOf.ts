// The fields of a form as they are saved; what is not there is as in an empty form.
export function fieldsOf<Fields extends object>(empty: Fields, row: Partial<Record<keyof Fields, unknown>>): Fields {
  const keys = Object.keys(empty) as (keyof Fields)[];
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? empty[key]])) as Fields;
}
