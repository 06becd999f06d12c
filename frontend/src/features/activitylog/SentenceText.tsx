import { partsOf } from "./data";

// A sentence of the log: its data is never translated, and stands out a little.
export function SentenceText({ children }: { children: string }) {
  return partsOf(children).map(({ text, isData }, index) =>
    isData ? (
      <bdi key={index} translate="no" className="font-medium">
        {text}
      </bdi>
    ) : (
      text
    ),
  );
}
