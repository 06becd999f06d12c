import { Kind, type OperationDefinitionNode, parse } from "graphql";

// The operation to run of a text with several: the one that the cursor stands in, else the first.
// A text that cannot be read names none: the server says what is wrong with it.
export function operationAt(text: string, offset: number): string | undefined {
  const operations = operationsOf(text);
  const here = operations.find(({ loc }) => loc && loc.start <= offset && offset <= loc.end);
  return (here ?? operations[0])?.name?.value;
}

function operationsOf(text: string): OperationDefinitionNode[] {
  try {
    return parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return [];
  }
}

// Variables are one JSON object; an empty text is none.
export function readVariables(text: string): Record<string, unknown> | undefined {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
