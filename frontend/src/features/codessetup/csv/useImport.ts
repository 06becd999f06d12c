import { useState } from "react";
import { useClient } from "urql";
import { ImportCodesDocument, PreviewImportCodesDocument } from "../../../gen/documents/features/codessetup/csv/Csv";
import type { ImportCodesMutation, MasterFile, PreviewImportCodesQuery } from "../../../gen/types";
import { type Problem, problemsOf } from "../../../graphql/problem";
import { t } from "../../../text";
import { useAccount } from "../../shell/viewer";
import { readText } from "./readText";

export type Preview = NonNullable<PreviewImportCodesQuery["previewImportCodes"]>;
export type Imported = NonNullable<ImportCodesMutation["importCodes"]>;

interface Chosen {
  name: string;
  csv: string;
}

const notUtf8 = (): Problem => ({ code: "BAD_USER_INPUT", message: t('This file is not in UTF-8. Save it as "CSV UTF-8", and choose it again.'), input: [], details: {} });

// From a CSV file that somebody chooses to what has become of it.
export function useImport(file: MasterFile) {
  const { id: account } = useAccount();
  const client = useClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [preview, setPreview] = useState<Preview>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, setPending] = useState(false);

  const look = async ({ csv }: Chosen) => {
    const { data, error } = await client.query(PreviewImportCodesDocument, { account, file, csv }, { requestPolicy: "network-only" });
    setPreview(data?.previewImportCodes ?? undefined);
    return problemsOf(error);
  };
  const choose = async (from: File) => {
    setPending(true);
    setPreview(undefined);
    const csv = await readText(from);
    const next = { name: from.name, csv: csv ?? "" };
    setChosen(next);
    setProblems(csv === undefined ? [notUtf8()] : await look(next));
    setPending(false);
  };
  const start = async (): Promise<Imported | undefined> => {
    if (!chosen || !preview) return undefined;
    setPending(true);
    const { data, error } = await client.mutation(ImportCodesDocument, { account, file, csv: chosen.csv, fingerprint: preview.fingerprint });
    const found = problemsOf(error);
    if (found.some(({ code }) => code === "CONFLICT")) await look(chosen);
    setProblems(found);
    setPending(false);
    return data?.importCodes ?? undefined;
  };
  return { name: chosen?.name, preview, problems, isPending, choose, start };
}
