import { AskPasskeyDocument } from "../../gen/documents/features/signin/Passkey";
import type { SignedByPasskeyInput } from "../../gen/types";
import { doorClient } from "../../graphql/doorClient";
import { type Problem, problemsOf } from "../../graphql/problem";

export const hasPasskeys = (): boolean => "PublicKeyCredential" in globalThis && "parseRequestOptionsFromJSON" in PublicKeyCredential;

interface Signed {
  // Nothing: there were problems, or the person has thought better of it.
  input?: SignedByPasskeyInput;
  problems: Problem[];
}

// Has one of the passkeys that the browser knows for this server sign what the server asks. In a field, the browser
// offers them while somebody types, and asks nothing by itself.
export async function signByPasskey(inField?: AbortSignal): Promise<Signed> {
  const { data, error } = await doorClient.mutation(AskPasskeyDocument, {});
  const asked = data?.askPasskey;
  if (!asked) return { problems: problemsOf(error) };
  const given = await answerOf(() => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(asked.options));
    return navigator.credentials.get(inField ? { publicKey, mediation: "conditional", signal: inField } : { publicKey });
  });
  return given ? { input: { challenge: asked.challenge, response: given }, problems: [] } : { problems: [] };
}

// Makes a passkey by the options of the server.
export const makePasskey = (options: string): Promise<string | undefined> =>
  answerOf(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) }));

// A person who closes the browser's own dialog, or has no such passkey, is no error.
async function answerOf(ask: () => Promise<Credential | null>): Promise<string | undefined> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
