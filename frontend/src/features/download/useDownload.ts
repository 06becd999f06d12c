import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../graphql/problem";
import { saveFile } from "../../ui/saveFile";
import { type Progress, type Wanted, fetchFile } from "./fetchFile";

export interface Asked extends Wanted {
  // What the file is called where it is kept, and its media type.
  saveAs: string;
  type: string;
}

export interface Kept {
  id: string;
  total: number;
  asked: Asked;
}

export interface Downloading {
  asked: Asked | null;
  progress: Progress | null;
  problems: Problem[];
  kept: Kept | null;
  start: (asked: Asked) => void;
  // Ends what is under way, and closes what has ended.
  close: () => void;
}

export function useDownload(onKept?: (kept: Kept) => void): Downloading {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [kept, setKept] = useState<Kept | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (wanted: Asked) => {
    const controller = new AbortController();
    running.current = controller;
    setAsked(wanted);
    setProgress(null);
    setProblems([]);
    setKept(null);
    const found = await fetchFile(wanted, controller.signal, setProgress);
    if (controller.signal.aborted) return;
    if ("problems" in found) return setProblems(found.problems);
    saveFile(wanted.saveAs, wanted.type, found.content);
    const done = { id: found.id, total: found.total, asked: wanted };
    if (!onKept) return setKept(done);
    setAsked(null);
    onKept(done);
  };
  const close = () => {
    running.current?.abort();
    setAsked(null);
  };
  return { asked, progress, problems, kept, start: (wanted) => void start(wanted), close };
}
