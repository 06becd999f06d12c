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
  const answer = await send(account, what, signal);
  if (!answer.errors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED")) return answer;
  await signInAgain();
  return send(account, what, signal);
}

async function send(account: string, what: Run, signal?: AbortSignal): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await fetch(`/playground/${account}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
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
