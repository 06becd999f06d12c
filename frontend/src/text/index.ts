import { pseudo } from "./pseudo";

// Texts are written where they are shown, in English, and looked up by that English: a language
// is a table from it. There is only English yet, and a pseudo-language (?pseudo) that shows what
// was forgotten.
let translate = (text: string): string => text;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Text extends string> = Record<Names<Text>, string | number>;
type Given<Text extends string> = [Names<Text>] extends [never] ? [] : [values: Values<Text>];

// t is a text as the reader reads it; {name} is replaced by the value of that name.
export function t<const Text extends string>(text: Text, ...given: Given<Text>): string {
  return fill(translate(text), given[0]);
}

const rules = new Intl.PluralRules("en");

// plural is a text for a number: plural(2, "{count} entry", "{count} entries").
export function plural(count: number, one: string, other: string, values: Record<string, string | number> = {}): string {
  const text = rules.select(count) === "one" ? one : other;
  return fill(translate(text), { count: count.toLocaleString("en-US"), ...values });
}

function fill(text: string, values: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

export function usePseudoLanguage(): void {
  translate = pseudo;
}
