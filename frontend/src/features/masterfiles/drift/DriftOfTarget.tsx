import { useState } from "react";
import { useQuery } from "urql";
import { CodesDriftDocument } from "../../../gen/documents/features/masterfiles/drift/Drift";
import type { MasterFile } from "../../../gen/types";
import { problemsOf } from "../../../graphql/problem";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { FormError } from "../../../ui/FormError";
import { Heading } from "../../../ui/Heading";
import { Skeleton } from "../../../ui/Skeleton";
import { later } from "../../../ui/later";
import { fileName, masterFiles } from "../files";
import { type FileDrift, type Side, clauses, isAlike } from "./words";

const LaterDriftDialog = later(() => import("./DriftDialog").then((module) => module.DriftDialog));

interface Props {
  here: Side;
  there: Side;
  isNamed: boolean;
}

export function DriftOfTarget({ here, there, isNamed }: Props) {
  const [shown, show] = useState<MasterFile>();
  const [{ data, error, fetching }, ask] = useQuery({
    query: CodesDriftDocument,
    variables: { account: here.id, from: there.id, files: [...masterFiles] },
    requestPolicy: "network-only",
  });
  const files = fetching ? undefined : data?.codesDrift;
  const same = files?.filter(isAlike) ?? [];
  return (
    <section aria-label={t("{here} compared with {there}", { here: here.providerName, there: there.providerName })} className="flex flex-col gap-2">
      {isNamed && (
        <Heading level={3}>
          <span translate="no">{here.providerName}</span>
        </Heading>
      )}
      <FormError error={problemsOf(error)[0]?.message} onRetry={() => ask({ requestPolicy: "network-only" })} />
      {!files && !error && <Skeleton rows={3} label={t("Comparing the files")} />}
      {files && (
        <ul className="flex flex-col divide-y divide-line">
          {files.filter((file) => !isAlike(file)).map((file) => (
            <Differing key={file.file} file={file} here={here} there={there} onShow={() => show(file.file)} />
          ))}
        </ul>
      )}
      {same.length > 0 && <p className="text-ink-muted">{t("The same in both: {files}.", { files: same.map(({ file }) => fileName(file)).join(", ") })}</p>}
      {shown && <LaterDriftDialog file={shown} here={here} there={there} onClose={() => show(undefined)} />}
    </section>
  );
}

function Differing({ file, here, there, onShow }: { file: FileDrift; here: Side; there: Side; onShow: () => void }) {
  const name = fileName(file.file);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <p className="min-w-0 flex-1 basis-60">
        <span className="font-medium">{name}</span>: {clauses(file, here, there).join("; ")}
      </p>
      <Button size="small" variant="quiet" aria-label={t("Show what differs in {file}", { file: name })} onPress={onShow}>
        {t("Show")}
      </Button>
    </li>
  );
}
