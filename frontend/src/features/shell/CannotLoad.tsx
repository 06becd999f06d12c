import { CloudAlert } from "lucide-react";
import type { Problem } from "../../graphql/problem";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";

// Shown where a page could not be read at all.
export function CannotLoad({ problems, onRetry }: { problems: Problem[]; onRetry: () => void }) {
  return (
    <div className="page" role="alert">
      <EmptyState icon={CloudAlert} title={t("This could not be loaded")} action={<Button variant="primary" onPress={onRetry}>{t("Retry")}</Button>}>
        {problems.map(({ message }) => message).join(" ")}
      </EmptyState>
    </div>
  );
}
