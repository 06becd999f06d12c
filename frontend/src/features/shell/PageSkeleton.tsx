import { t } from "../../text";
import { Skeleton } from "../../ui/Skeleton";

export function PageSkeleton() {
  return (
    <main className="page" id="content" aria-busy="true">
      <Skeleton rows={6} label={t("Loading")} />
    </main>
  );
}
