import { Download } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { saveFile } from "../../ui/saveFile";
import { toast } from "../../ui/toast";
import { useAccount } from "../shell/viewer";

// For those who may use the playground: the server asks that again, and writes it into the log.
export function SchemaFile() {
  const { id } = useAccount();
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const text = await schemaOf(id);
    setPending(false);
    if (text === null) return toast({ kind: "danger", text: t("The schema could not be fetched. Try again.") });
    return saveFile("schema.graphql", "text/plain;charset=utf-8", text);
  };
  const actions = (
    <Button icon={Download} isPending={isPending} onPress={() => void save()}>
      {t("Save the schema")}
    </Button>
  );
  return <Card title={t("The schema")} description={t("All types and fields, each with the section and the level that it asks for. Apps fetch it at /api/schema.graphql.")} actions={actions} />;
}

async function schemaOf(account: string): Promise<string | null> {
  try {
    const response = await fetch(`/playground/${account}/schema.graphql`);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
