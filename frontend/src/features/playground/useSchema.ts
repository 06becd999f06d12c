import { type GraphQLSchema, type IntrospectionQuery, buildClientSchema, getIntrospectionQuery } from "graphql";
import { useCallback, useEffect, useState } from "react";
import { t } from "../../text";
import { run } from "./run";

export interface SchemaState {
  schema?: GraphQLSchema;
  error?: string;
  retry: () => void;
}

// The schema, read once for a visit of the page.
export function useSchema(account: string): SchemaState {
  const [state, setState] = useState<Omit<SchemaState, "retry">>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    void load(account, leaving.signal).then((loaded) => !leaving.signal.aborted && setState(loaded));
    return () => leaving.abort();
  }, [account, attempt]);
  return { ...state, retry: useCallback(() => setAttempt((before) => before + 1), []) };
}

async function load(account: string, signal: AbortSignal): Promise<Omit<SchemaState, "retry">> {
  try {
    const query = getIntrospectionQuery({ inputValueDeprecation: false });
    const answer = await run(account, { query, variables: {}, operationName: "IntrospectionQuery" }, signal);
    if (answer.errors[0]) return { error: answer.errors[0].message };
    return { schema: buildClientSchema((JSON.parse(answer.text) as { data: IntrospectionQuery }).data) };
  } catch {
    return { error: t("The schema could not be read.") };
  }
}
