import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import type { ActivityFilter } from "../../../gen/types";
import type { Problem } from "../../../graphql/problem";
import { plural } from "../../../text";
import { toast } from "../../../ui/toast";
import type { Entry, Telling } from "../entry";
import { type Progress, collect } from "./collect";
import { csvOf } from "./csv";
import { jsonOf } from "./json";
import { saveFile } from "../../../ui/saveFile";

export type Format = "csv" | "json";

const formats: Record<Format, { type: string; write: (entries: readonly Entry[], telling: Telling) => string }> = {
  csv: { type: "text/csv;charset=utf-8", write: csvOf },
  json: { type: "application/json", write: jsonOf },
};

export interface Exporting {
  format: Format | null;
  progress: Progress | null;
  problems: Problem[];
  start: (format: Format) => void;
  cancel: () => void;
}

export function useExport(telling: Telling, filter: ActivityFilter): Exporting {
  const client = useClient();
  const [format, setFormat] = useState<Format | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (wanted: Format) => {
    const controller = new AbortController();
    running.current = controller;
    setFormat(wanted);
    setProgress(null);
    setProblems([]);
    const found = await collect(client, { account: telling.account, filter, onProgress: setProgress, signal: controller.signal });
    if ("cancelled" in found) return;
    if ("problems" in found) return setProblems(found.problems);
    setFormat(null);
    saveFile(fileName(wanted), formats[wanted].type, formats[wanted].write(found.entries, telling));
    toast({ text: plural(found.entries.length, "{count} entry was exported", "{count} entries were exported") });
  };
  const cancel = () => {
    running.current?.abort();
    setFormat(null);
  };
  return { format, progress, problems, start: (wanted) => void start(wanted), cancel };
}

const fileName = (format: Format): string => `activity-log-${new Date().toISOString().slice(0, 10)}.${format}`;
