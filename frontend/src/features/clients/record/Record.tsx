import { useEffect, useRef, useState } from "react";
import { t } from "../../../text";
import { dayIn } from "../../../text/dayIn";
import { saveFile } from "../../../ui/saveFile";
import { toast } from "../../../ui/toast";
import { useAccount } from "../../shell/viewer";
import type { WholeClient } from "../clientFields";
import { RecordDialog } from "./RecordDialog";
import { RecordPaper } from "./RecordPaper";
import { recordFile } from "./recordFile";
import type { HandedOut } from "./useRecord";

interface Props {
  client: WholeClient;
  isOpen: boolean;
  onClose: () => void;
}

// Hands a client's record out. What is saved or printed is what stands here, once it does.
export function Record({ client, isOpen, onClose }: Props) {
  const { timeZone } = useAccount();
  const [record, setRecord] = useState<HandedOut>();
  const paper = useRef<HTMLElement>(null);
  const number = client.number ?? "";
  useEffect(() => {
    if (!record || !paper.current) return;
    if (record.use === "PAPER") return window.print();
    saveFile(`record-${number}-${dayIn(timeZone)}.html`, "text/html;charset=utf-8", recordFile(t("Record of a client"), paper.current.innerHTML));
    toast({ text: t("The record is saved as a file. The activity log says so.") });
  }, [record, number, timeZone]);
  const handOut = (handed: HandedOut) => {
    onClose();
    setRecord(handed);
  };
  return (
    <>
      {isOpen && <RecordDialog client={client.id} onClose={onClose} onHandedOut={handOut} />}
      {record && (
        <section ref={paper} className="print-only" aria-label={t("What is printed")}>
          <RecordPaper client={client} record={record} />
        </section>
      )}
      {!record && <p className="print-only">{t("Use Export record on the page itself: what is printed is kept in the activity log.")}</p>}
    </>
  );
}
