import { useState } from "react";
import { t } from "../../text";
import { EditorBox } from "./EditorBox";
import { variablesEditing } from "./editing";
import { type Given, useEditor } from "./useEditor";

interface Props {
  given: Given;
  onChange: (text: string) => void;
  onRun: () => void;
}

export function VariablesEditor({ given, onChange, onRun }: Props) {
  const [extensions] = useState(variablesEditing);
  const { host } = useEditor({ label: t("Variables, as JSON"), given, onChange, onRun, extensions });
  return <EditorBox host={host} className="h-24" />;
}
