import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { SearchField } from "../../ui/SearchField";
import { Skeleton } from "../../ui/Skeleton";
import { SchemaHits } from "./SchemaHits";
import { SchemaRoots } from "./SchemaRoots";
import { TypeDocs } from "./TypeDocs";
import type { SchemaState } from "./useSchema";

// The documentation that the API brings with it: types and fields, one leading to the next.
export function SchemaCard({ schema, error, retry }: SchemaState) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [word, setWord] = useState("");
  const open = (type: string) => {
    setWord("");
    setTrail((before) => [...before, type]);
  };
  const here = trail.at(-1);
  return (
    <Card title={t("Schema")}>
      <div className="flex h-128 flex-col gap-3">
        <FormError error={error} onRetry={retry} />
        <SearchField label={t("Search types and fields")} placeholder={t("Search types and fields")} value={word} onChange={setWord} />
        {here && !word && (
          <div>
            <Button variant="quiet" size="small" icon={ArrowLeft} onPress={() => setTrail((before) => before.slice(0, -1))}>
              {t("Back")}
            </Button>
          </div>
        )}
        <div className="min-h-0 flex-1 overflow-y-auto" role="region" aria-label={t("Schema documentation")} tabIndex={0}>
          {!schema && !error && <Skeleton rows={8} />}
          {schema && word && <SchemaHits schema={schema} word={word} onOpen={open} />}
          {schema && !word && (here ? <TypeDocs schema={schema} name={here} onOpen={open} /> : <SchemaRoots schema={schema} onOpen={open} />)}
        </div>
      </div>
    </Card>
  );
}
