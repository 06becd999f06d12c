import { useState } from "react";
import { t } from "../../text";
import { CheckboxGroup } from "../../ui/CheckboxGroup";
import { SearchField } from "../../ui/SearchField";
import { NotOffered } from "./NotOffered";
import { type CodesAccount, type Offered, whyNotTo } from "./offered";
import type { Plan } from "./plan";

// From so many on, one looks for an account rather than reads them all.
const many = 10;

interface Props {
  plan: Plan;
  offered: Offered;
  onChange: (to: string[]) => void;
}

export function CopyTo({ plan, offered, onChange }: Props) {
  const [find, setFind] = useState("");
  const others = offered.to.filter(({ id }) => id !== plan.from);
  const shown = others.filter((account) => plan.to.includes(account.id) || isFound(account, find));
  return (
    <div className="flex flex-col gap-2">
      {others.length > many && <SearchField label={t("Find an account to copy to")} value={find} onChange={setFind} />}
      <CheckboxGroup
        label={t("Copy To")}
        description={others.length > 1 ? t("One or several accounts. Each gets its own list of entries.") : undefined}
        options={shown.map(({ id, providerName, practiceName }) => ({ value: id, label: providerName, description: practiceName, isData: true }))}
        value={plan.to}
        onChange={onChange}
        isRequired
      />
      {others.length === 0 && <p>{t("There is no other account that you may copy to.")}</p>}
      <NotOffered accounts={offered.all.filter(({ id }) => id !== plan.from)} why={whyNotTo} />
    </div>
  );
}

const isFound = ({ providerName, practiceName }: CodesAccount, find: string) =>
  `${providerName} ${practiceName}`.toLowerCase().includes(find.trim().toLowerCase());
