import { type TypedDocumentNode, gql } from "@urql/core";

const ids = new Map<string, string>();

// A document that the server knows: only its id goes over the wire.
export function trusted<Data, Variables extends object>(id: string, text: string): TypedDocumentNode<Data, Variables> {
  const document = gql<Data, Variables>(text);
  const operation = document.definitions[0];
  if (operation?.kind !== "OperationDefinition" || !operation.name) throw new Error("an operation without a name");
  ids.set(operation.name.value, id);
  return document;
}

// The id of an operation, found by its name: the cache has rewritten the document itself.
export function trustedId(name: string | undefined): string {
  const id = name && ids.get(name);
  if (!id) throw new Error(`${name} is not a document that the server knows`);
  return id;
}
