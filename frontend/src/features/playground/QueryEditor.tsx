import { updateSchema } from "cm6-graphql";
import type { GraphQLSchema } from "graphql";
import { useEffect, useState } from "react";
import { t } from "../../text";
import { EditorBox } from "./EditorBox";
import { queryEditing } from "./editing";
import { type Given, useEditor } from "./useEditor";

interface Props {
  given: Given;
  schema: GraphQLSchema | undefined;
  onChange: (text: string, cursor: number) => void;
  onRun: () => void;
}

// Knows the schema as soon as it is there: what can follow is offered, and what cannot be is marked.
export function QueryEditor({ given, schema, onChange, onRun }: Props) {
  const [extensions] = useState(queryEditing);
  const { host, view } = useEditor({ label: t("Query"), given, onChange, onRun, extensions });
  useEffect(() => {
    if (view) updateSchema(view, schema);
  }, [view, schema]);
  return <EditorBox host={host} className="h-80" />;
}
