import { signInAgain } from "../../graphql/signInAgain";
import { t } from "../../text";

export interface Refusal {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface Answer {
  status: number;
  milliseconds: number;
  text: string;
  errors: Refusal[];
}

export interface Run {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

// Sends a query as it is typed. The server decides who may, and writes it into the activity log.
export async function run(account: string, what: Run, signal?: AbortSignal): Promise<Answer> {
  const send = (once: Run) => ask(`/playground/${account}`, {}, once, signal);
  const answer = await send(what);
  if (!answer.errors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED")) return answer;
  await signInAgain();
  return send(what);
}

// The same as an app does it: by its token, and without the sign-in.
export const runAsApp = (token: string, what: Run, signal?: AbortSignal): Promise<Answer> =>
  ask("/api", { authorization: `Bearer ${token}` }, what, signal);

async function ask(address: string, headers: Record<string, string>, what: Run, signal?: AbortSignal): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      credentials: headers["authorization"] ? "omit" : "same-origin",
      body: JSON.stringify(what),
      ...(signal && { signal }),
    });
    const text = await response.text();
    return { status: response.status, milliseconds: Math.round(performance.now() - start), ...read(text) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return unreachable(Math.round(performance.now() - start));
  }
}

function read(text: string): Pick<Answer, "text" | "errors"> {
  try {
    const body = JSON.parse(text) as { errors?: Refusal[] };
    return { text: JSON.stringify(body, null, 2), errors: body.errors ?? [] };
  } catch {
    return { text, errors: [{ message: t("The answer is no JSON.") }] };
  }
}

function unreachable(milliseconds: number): Answer {
  return { status: 0, milliseconds, text: "", errors: [{ message: t("The server could not be reached. Nothing was lost: try again in a moment.") }] };
}
