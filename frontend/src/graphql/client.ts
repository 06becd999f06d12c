import { Client, type Operation, fetchExchange, makeOperation, mapExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { cacheExchange } from "@urql/exchange-graphcache";
import { keyless } from "../gen/keyless";
import { trustedId } from "./document";
import { signInAgain } from "./signInAgain";

const url = "/graphql";

// Only the id of a document goes over the wire. A refetch that no person asked for says so, and
// does not keep an idle sign-in alive.
const trustedExchange = mapExchange({
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

const cache = cacheExchange({
  keys: { ...Object.fromEntries(keyless.map((name) => [name, () => null])), Viewer: () => "viewer" },
});

// An ended sign-in asks again in place: what was under way waits, and goes on.
const signInExchange = authExchange(async () => ({
  addAuthToOperation: (operation) => operation,
  didAuthError: (error) => error.graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED"),
  refreshAuth: signInAgain,
}));

const shared = { url, fetchSubscriptions: true, preferGetMethod: false } as const;

export const client = new Client({ ...shared, exchanges: [cache, signInExchange, trustedExchange, fetchExchange] });

// The forms that sign in cannot wait for a sign-in.
export const doorClient = new Client({ ...shared, exchanges: [trustedExchange, fetchExchange] });
