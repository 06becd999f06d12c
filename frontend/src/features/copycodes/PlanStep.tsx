import { ArrowRight } from "lucide-react";
import type { MasterFile } from "../../gen/types";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Checkbox } from "../../ui/Checkbox";
import { CheckboxGroup } from "../../ui/CheckboxGroup";
import { Form } from "../../ui/Form";
import { FormActions } from "../../ui/FormActions";
import { Select } from "../../ui/Select";
import { CopyTo } from "./CopyTo";
import { NotOffered } from "./NotOffered";
import { DriftSummary } from "../masterfiles/drift/DriftSummary";
import { fileName, masterFiles } from "../masterfiles/files";
import { type Offered, whyNotFrom } from "./offered";
import { type Plan, bringsBillingCodes, whyNotContinue } from "./plan";
import type { CopySearch } from "./search";

interface Props {
  plan: Plan;
  offered: Offered;
  onChange: (change: CopySearch) => void;
  onContinue: () => void;
}

export function PlanStep({ plan, offered, onChange, onContinue }: Props) {
  const whyNot = whyNotContinue(plan);
  const sources = offered.from.map(({ id, providerName, practiceName }) => ({ value: id, label: providerName, description: practiceName, isData: true }));
  return (
    <Form onSubmit={onContinue} aria-label={t("Accounts and files")}>
      <Card title={t("Choose the accounts")} description={t("The entries stay where they are. What you choose is copied, and you see every entry before anything is written.")}>
        <div className="grid gap-x-10 gap-y-5 desk:grid-cols-2">
          <div>
            <Select label={t("Copy From")} options={sources} value={plan.from} onChange={(from) => onChange({ from })} isRequired />
            <NotOffered accounts={offered.all} why={whyNotFrom} />
          </div>
          <CopyTo plan={plan} offered={offered} onChange={(to) => onChange({ to })} />
        </div>
      </Card>
      <DriftSummary here={offered.to.filter(({ id }) => plan.to.includes(id))} there={offered.from.find(({ id }) => id === plan.from)} />
      <Card title={t("Choose the files")}>
        <div className="flex flex-col gap-3">
          <CheckboxGroup
            label={t("Files to copy")}
            columns={2}
            options={masterFiles.map((file) => ({ value: file, label: fileName(file), description: needsOf(file) }))}
            value={plan.files}
            onChange={(files) => onChange({ files })}
            isRequired
          />
          <Checkbox
            isSelected={plan.includeCharges}
            onChange={(charges) => onChange({ charges })}
            isDisabled={!plan.files.some(bringsBillingCodes)}
            description={t("Otherwise billing codes that are new come without a charge, and others keep theirs. Only with billing codes.")}
          >
            {t("Include charges")}
          </Checkbox>
        </div>
      </Card>
      <FormActions note={whyNot}>
        <Button type="submit" variant="primary" icon={ArrowRight} whyDisabled={whyNot}>
          {t("Continue")}
        </Button>
      </FormActions>
    </Form>
  );
}

const needsOf = (file: MasterFile): string | undefined => (file === "SERVICE_CODES" ? t("Billing codes that they need are ticked with them.") : undefined);
