import type { GraphQLSchema } from "graphql";
import { useMemo } from "react";
import { plural } from "../../text";
import { TypeLink } from "./TypeLink";
import { searchSchema } from "./schemaSearch";

interface Props {
  schema: GraphQLSchema;
  word: string;
  onOpen: (name: string) => void;
}

export function SchemaHits({ schema, word, onOpen }: Props) {
  const hits = useMemo(() => searchSchema(schema, word), [schema, word]);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-ink-muted">
        {plural(hits.length, "{count} found", "{count} found")}
      </p>
      <ul className="flex flex-col gap-2">
        {hits.map(({ type, field, description }) => (
          <li key={`${type}.${field ?? ""}`}>
            <TypeLink type={type} onOpen={onOpen} />
            {field && (
              <span translate="no" className="font-mono">
                .{field}
              </span>
            )}
            <p translate="no" className="text-ink-muted">
              {description}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
