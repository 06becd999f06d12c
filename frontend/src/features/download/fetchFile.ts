import { type Problem, unreachable } from "../../graphql/problem";
import { proveAgain } from "../../graphql/proveAgain";
import { signInAgain } from "../../graphql/signInAgain";
import { viewed } from "../../graphql/view";
import { t } from "../../text";

export interface Progress {
  lines: number;
  total: number;
}

export interface Wanted {
  account: string;
  // The server's name of the file, such as activity.csv.
  file: string;
  body?: object;
}

export type Fetched = { content: Blob; id: string; total: number } | { problems: Problem[] };

interface Refusal {
  message: string;
  extensions: Record<string, unknown>;
}

// Fetches a file that the server sends in pieces. What is missing to be let in is asked for, once.
export async function fetchFile(wanted: Wanted, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Fetched> {
  let response = await send(wanted, signal);
  if (response && !response.ok) {
    const { errors } = (await response.clone().json()) as { errors: Refusal[] };
    if (!(await makeUp(errors))) return { problems: errors.map(problemOf) };
    response = await send(wanted, signal);
  }
  if (!response) return { problems: [unreachable()] };
  if (!response.ok) return { problems: ((await response.json()) as { errors: Refusal[] }).errors.map(problemOf) };
  return receive(response, onProgress);
}

// In a view as another username nothing leaves: the server is told, and refuses.
async function send({ account, file, body }: Wanted, signal: AbortSignal): Promise<Response | null> {
  const headers = { "content-type": "application/json", ...(viewed && { "x-lanyard-view-as": viewed }) };
  try {
    return await fetch(`/export/${account}/${file}`, { method: "POST", headers, body: JSON.stringify(body ?? {}), signal });
  } catch {
    return null;
  }
}

async function makeUp(errors: Refusal[]): Promise<boolean> {
  if (errors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED")) await signInAgain();
  else if (errors.some(({ extensions }) => extensions["proveAgain"] === true)) await proveAgain();
  else return false;
  return true;
}

const problemOf = ({ message, extensions }: Refusal): Problem => ({ code: String(extensions["code"]), message, input: [], details: extensions });

const NEW_LINE = 10;

async function receive(response: Response, onProgress: (progress: Progress) => void): Promise<Fetched> {
  const total = Number(response.headers.get("Lanyard-Total"));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  try {
    const reader = (response.body ?? new Blob().stream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { content: new Blob(parts), id: response.headers.get("Lanyard-Export") ?? "", total };
      parts.push(value);
      lines += value.reduce((count, byte) => count + (byte === NEW_LINE ? 1 : 0), 0);
      onProgress({ lines: Math.min(lines, total), total });
    }
  } catch {
    return { problems: [{ code: "BROKEN_OFF", message: t("The export was broken off before its end, and nothing was kept. Try again."), input: [], details: {} }] };
  }
}
