import { t } from "../../text";
import { levelName } from "../../ui/level";
import { Checkbox } from "../../ui/Checkbox";
import { Switch } from "../../ui/Switch";
import { LevelsList } from "../accountaccess/consent/LevelsList";
import { type Levels, levelOf, levelsOf } from "../accountaccess/consent/levels";
import type { Given } from "../apitokens/levels";
import { sectionTitle, sections } from "../shell/sections";
import { type Askable, all } from "./given";

interface Props {
  accounts: Askable[];
  given: Given;
  onChange: (given: Given) => void;
}

// Which accounts the app is let into, and what it may do there: at most what it asks for.
export function AccountsGiven({ accounts, given, onChange }: Props) {
  const chosen = Object.keys(given).length;
  const choose = (one: Askable, isChosen: boolean) => {
    const { [one.account]: _, ...others } = given;
    onChange(isChosen ? { ...others, ...all([one]) } : others);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 phone:gap-1">
      <legend className="mb-1 font-medium">{t("Where it may do what")}</legend>
      {accounts.length > 1 && (
        <Checkbox isSelected={chosen === accounts.length} isIndeterminate={chosen > 0 && chosen < accounts.length} onChange={(isAll) => onChange(isAll ? all(accounts) : {})}>
          {t("All accounts")}
        </Checkbox>
      )}
      {accounts.map((one) => {
        const levels = given[one.account];
        return (
          <div key={one.account} className="flex min-w-0 flex-col gap-2">
            <Switch isSelected={levels !== undefined} onChange={(isChosen) => choose(one, isChosen)}>
              <span translate="no" className="font-medium wrap-anywhere">{one.provider}</span>
            </Switch>
            {levels && <LevelsGiven account={one} levels={levels} onChange={(changed) => onChange({ ...given, [one.account]: changed })} />}
          </div>
        );
      })}
    </fieldset>
  );
}

interface LevelsProps {
  account: Askable;
  levels: Levels;
  onChange: (levels: Levels) => void;
}

function LevelsGiven({ account, levels, onChange }: LevelsProps) {
  const most = levelsOf(account.levels);
  return (
    <LevelsList
      aria-label={account.provider}
      sections={sections.filter((section) => levelOf(most, section) !== "NONE")}
      levels={levels}
      onChange={onChange}
      highest={(section) => levelOf(most, section)}
      whyCapped={(section) => t("It can have {level} at most.", { level: levelName(levelOf(most, section)) })}
      labelOf={(section) => t("{section}, {account}", { section: sectionTitle(section), account: account.provider })}
    />
  );
}
