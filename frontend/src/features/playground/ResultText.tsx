import { useMemo } from "react";
import { t } from "../../text";
import { EditorBox } from "./EditorBox";
import { resultReading } from "./editing";
import { useEditor } from "./useEditor";

export function ResultText({ text }: { text: string }) {
  const given = useMemo(() => ({ text }), [text]);
  const { host } = useEditor({ label: t("Result"), given, extensions: resultReading });
  return <EditorBox host={host} className="h-96" />;
}
