import { Client, fetchExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { cacheExchange } from "@urql/exchange-graphcache";
import { keyless } from "../gen/keyless";
import { connection } from "./connection";
import { proveAgain } from "./proveAgain";
import { signInAgain } from "./signInAgain";
import { trustedExchange } from "./trustedExchange";
import { viewExchange, viewed } from "./view";

const cache = cacheExchange({
  keys: new Proxy({ Viewer: () => "viewer" }, { get: (own, name, proxy) => (keyless.test(String(name)) ? () => null : Reflect.get(own, name, proxy)) }),
});

// What is missing is asked for in place: what was under way waits, and goes on.
const asks = (isMissing: (extensions: Record<string, unknown>) => boolean, ask: () => Promise<void>) =>
  authExchange(async () => ({
    addAuthToOperation: (operation) => operation,
    didAuthError: (error) => error.graphQLErrors.some(({ extensions }) => isMissing(extensions)),
    refreshAuth: ask,
  }));
const signInExchange = asks(({ code }) => code === "UNAUTHENTICATED", signInAgain);
const proofExchange = asks((extensions) => extensions.proveAgain === true, proveAgain);

const inView = viewed ? [viewExchange] : [];

export const client = new Client({ ...connection, exchanges: [cache, signInExchange, proofExchange, trustedExchange, ...inView, fetchExchange] });
