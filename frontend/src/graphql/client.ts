import { Client, fetchExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { cacheExchange } from "@urql/exchange-graphcache";
import { keyless } from "../gen/keyless";
import { connection } from "./connection";
import { signInAgain } from "./signInAgain";
import { trustedExchange } from "./trustedExchange";

const cache = cacheExchange({
  keys: { ...Object.fromEntries(keyless.map((name) => [name, () => null])), Viewer: () => "viewer" },
});

// An ended sign-in asks again in place: what was under way waits, and goes on.
const signInExchange = authExchange(async () => ({
  addAuthToOperation: (operation) => operation,
  didAuthError: (error) => error.graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED"),
  refreshAuth: signInAgain,
}));

export const client = new Client({ ...connection, exchanges: [cache, signInExchange, trustedExchange, fetchExchange] });
