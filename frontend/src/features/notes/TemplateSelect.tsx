import { useQuery } from "urql";
import { OfferedTemplatesDocument } from "../../gen/documents/features/notes/Note";
import type { OfferedTemplatesQuery } from "../../gen/types";
import { t } from "../../text";
import { Select } from "../../ui/Select";
import { useAccount } from "../shell/viewer";
import { typeName } from "./noteWords";

export type Template = NonNullable<NonNullable<OfferedTemplatesQuery["account"]>["offeredTemplates"]>[number];

// Nothing, where the account has no templates.
export function TemplateSelect({ onChoose }: { onChoose: (template: Template) => void }) {
  const { id: account } = useAccount();
  const [{ data }] = useQuery({ query: OfferedTemplatesDocument, variables: { account }, requestPolicy: "cache-and-network" });
  const templates = data?.account?.offeredTemplates ?? [];
  if (templates.length === 0) return null;
  const choose = (id: string) => {
    const template = templates.find((one) => one.id === id);
    if (template) onChoose(template);
  };
  return (
    <Select
      label={t("Template")}
      options={templates.map(({ id, name, noteType }) => ({ value: id, label: name ?? "", description: typeName(noteType), isData: true }))}
      value={null}
      onChange={choose}
      placeholder={t("Put in a template…")}
      description={t("It is added to what you have written.")}
    />
  );
}
