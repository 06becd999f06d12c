import { t } from "../../text";
import { Checkbox } from "../../ui/Checkbox";
import { levelName } from "../../ui/level";
import { LevelsList } from "../accountaccess/consent/LevelsList";
import type { Levels } from "../accountaccess/consent/levels";
import { sectionTitle } from "../shell/sections";
import { type AccountOfViewer, useViewer } from "../shell/viewer";
import { type Given, highest, open } from "./levels";

interface Props {
  given: Given;
  onChange: (given: Given) => void;
}

// In which accounts the app may do what: never more than one holds there.
export function AccountsField({ given, onChange }: Props) {
  const { accounts } = useViewer();
  const choose = ({ id }: AccountOfViewer, isChosen: boolean) => {
    const { [id]: _, ...others } = given;
    onChange(isChosen ? { ...given, [id]: {} } : others);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-medium">{t("Where it may do what")}</legend>
      <p className="text-sm text-ink-muted">{t("Account Access and Psychotherapy Notes are closed to apps.")}</p>
      {accounts.map((account) => {
        const levels = given[account.id];
        return (
          <div key={account.id} className="flex min-w-0 flex-col gap-2">
            <Checkbox isSelected={levels !== undefined} onChange={(isChosen) => choose(account, isChosen)} isData>
              {account.providerName}
            </Checkbox>
            {levels && <LevelsOf account={account} levels={levels} onChange={(changed) => onChange({ ...given, [account.id]: changed })} />}
          </div>
        );
      })}
    </fieldset>
  );
}

interface LevelsProps {
  account: AccountOfViewer;
  levels: Levels;
  onChange: (levels: Levels) => void;
}

function LevelsOf({ account, levels, onChange }: LevelsProps) {
  const held = open.filter((section) => highest(account, section) !== "NONE");
  if (held.length === 0) return <p className="text-ink-muted">{t("You have no access there that an app could have.")}</p>;
  return (
    <LevelsList
      aria-label={account.providerName}
      sections={held}
      levels={levels}
      onChange={onChange}
      highest={(section) => highest(account, section)}
      whyCapped={(section) => (section === "ACTIVITY_LOG" ? t("Apps have View Only here at most.") : t("You have {level} yourself.", { level: levelName(highest(account, section)) }))}
      labelOf={(section) => t("{section}, {account}", { section: sectionTitle(section), account: account.providerName })}
    />
  );
}
