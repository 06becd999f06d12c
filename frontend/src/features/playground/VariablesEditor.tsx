import { useState } from "react";
import { t } from "../../text";
import { EditorBox } from "./EditorBox";
import { variablesEditing } from "./editing";
import { useEditor } from "./useEditor";

interface Props {
  text: string;
  onChange: (text: string) => void;
  onRun: () => void;
}

export function VariablesEditor({ text, onChange, onRun }: Props) {
  const [extensions] = useState(variablesEditing);
  const { host } = useEditor({ label: t("Variables, as JSON"), text, onChange, onRun, extensions });
  return <EditorBox host={host} className="h-24" />;
}
