import { t } from "../../../text";
import { Card } from "../../../ui/Card";
import { AddUsernameForm } from "./AddUsernameForm";

export function AddUsernameCard({ onAdded }: { onAdded: (username: string) => void }) {
  return (
    <Card
      title={t("Add a username to this account")}
      description={t("One for each person: the Activity Log then says who did what. A username that joins several accounts is a Master Username.")}
    >
      <AddUsernameForm onAdded={onAdded} />
    </Card>
  );
}
