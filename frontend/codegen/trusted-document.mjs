import { createHash } from "node:crypto";
import { Kind, print, stripIgnoredCharacters, visit } from "graphql";

// The text of an operation with the fragments it needs, as the server will run it, and the
// SHA-256 by which the browser names it. The cache looks rows up by __typename: it is asked for
// everywhere but at the top.
export function trustedDocument(operation, byName) {
  const fragments = needed(operation, byName);
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments].map(withTypenames) };
  const text = stripIgnoredCharacters(print(document));
  return { id: createHash("sha256").update(text).digest("hex"), text };
}

function needed(operation, byName, found = new Map()) {
  visit(operation, {
    FragmentSpread({ name }) {
      if (found.has(name.value)) return;
      const fragment = byName.get(name.value);
      found.set(name.value, fragment);
      needed(fragment, byName, found);
    },
  });
  return [...found.values()].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

function withTypenames(definition) {
  return visit(definition, {
    SelectionSet(node, _key, parent) {
      if (parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((s) => s.kind === Kind.FIELD && s.name.value === "__typename")) return undefined;
      return { ...node, selections: [...node.selections, typename] };
    },
  });
}
