import type { TypedDocumentNode } from "@urql/core";
import { useState } from "react";
import { useSave } from "../../graphql/useSave";
import { changedSince } from "./changed";
import type { Words } from "./words";

// usePress sends what one press says of what is shown. Where somebody else has changed that, it
// tells what, and how it was shown: the page itself shows it anew.
export function usePress<Data, Variables extends object, Fields extends object>(document: TypedDocumentNode<Data, Variables>, shown: Fields, words: Words<Fields>) {
  const { save, ...saving } = useSave(document);
  const [seen, see] = useState(shown);
  const press = (variables: Variables) => {
    see(shown);
    return save(variables);
  };
  return { ...saving, press, changed: changedSince(saving.problems, seen, words) };
}
