import { type Operation, makeOperation, mapExchange } from "@urql/core";
import { trustedId } from "./document";

// Only the id of a document goes over the wire. A refetch that no person asked for says so, and
// does not keep an idle sign-in alive.
export const trustedExchange = mapExchange({
  onOperation(operation: Operation) {
    if (operation.kind === "teardown") return operation;
    const persistedQuery = { version: 1 as const, sha256Hash: trustedId(nameOf(operation)) };
    return makeOperation(
      operation.kind,
      { ...operation, extensions: { ...operation.extensions, persistedQuery } },
      { ...operation.context, fetchOptions: { headers: headersOf(operation) } },
    );
  },
});

function nameOf(operation: Operation): string | undefined {
  const definition = operation.query.definitions[0];
  return definition?.kind === "OperationDefinition" ? definition.name?.value : undefined;
}

function headersOf(operation: Operation): Record<string, string> {
  // urql accepts a stream for everything, and would get one.
  const accept = operation.kind === "subscription" ? "text/event-stream" : "application/graphql-response+json, application/json";
  return operation.context.background ? { accept, "x-lanyard-background": "1" } : { accept };
}
