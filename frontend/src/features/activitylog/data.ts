// Names and values in a sentence stand between the marks that Unicode has for foreign text, so
// that the sentence stays one text for its translator and its data can be told from its words.
const open = "\u2068";
const close = "\u2069";

export const data = (text: string): string => open + plain(text) + close;

export const plain = (sentence: string): string => sentence.replace(/[\u2066-\u2069]/g, "");

export interface Part {
  text: string;
  isData: boolean;
}

export function partsOf(sentence: string): Part[] {
  return sentence
    .split(/(\u2068[^\u2069]*\u2069)/)
    .filter((text) => text !== "")
    .map((text) => ({ text: plain(text), isData: text.startsWith(open) }));
}
