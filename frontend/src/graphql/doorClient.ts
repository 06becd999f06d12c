import { Client, fetchExchange } from "@urql/core";
import { connection } from "./connection";
import { trustedExchange } from "./trustedExchange";

// The forms that sign in cannot wait for a sign-in. They have a client of their own, without a
// cache: the page that signs in has not to load one.
export const doorClient = new Client({ ...connection, exchanges: [trustedExchange, fetchExchange] });
