import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import type { MasterFile } from "../../../gen/types";
import { t } from "../../../text";
import { Button } from "../../../ui/Button";
import { later } from "../../../ui/later";
import { useAccount } from "../../shell/viewer";
import { useSides } from "./useSides";

const LaterDriftDialog = later(() => import("./DriftDialog").then((module) => module.DriftDialog));

interface Props {
  file: MasterFile;
  // The account that entries of the file came from, where there is one.
  source?: string;
}

// Compares the file with that of another account. Both activity logs tell of it, so it is done when
// an account is chosen, and not before.
export function CompareButton({ file, source }: Props) {
  const here = useAccount();
  const sides = useSides();
  const [isOpen, setOpen] = useState(false);
  const [only, ...more] = sides;
  if (!only) return null;
  const first = more.length === 0 ? only : sides.find(({ id }) => id === source);
  return (
    <>
      <Button icon={GitCompareArrows} onPress={() => setOpen(true)} className="phone:flex-1">
        {t("Compare")}
      </Button>
      {isOpen && <LaterDriftDialog file={file} here={here} there={first} sides={sides} onClose={() => setOpen(false)} />}
    </>
  );
}
