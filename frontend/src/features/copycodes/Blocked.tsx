import { Suspense, lazy } from "react";
import type { BlockedProps } from "./BlockedReasons";

const BlockedReasons = lazy(() => import("./BlockedReasons").then((module) => ({ default: module.BlockedReasons })));

// What is in an entry's way; nothing, where nothing is.
export function Blocked(props: BlockedProps) {
  if (props.by.length === 0) return null;
  return (
    <Suspense>
      <BlockedReasons {...props} />
    </Suspense>
  );
}
