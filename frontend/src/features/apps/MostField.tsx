import { t } from "../../text";
import { LevelsField } from "../accountaccess/consent/LevelsField";
import type { Levels } from "../accountaccess/consent/levels";
import { mostOf, open } from "../apitokens/levels";

interface Props {
  levels: Levels;
  onChange: (levels: Levels) => void;
  error?: string;
}

// The most that anybody may let an app do in the account.
export function MostField(props: Props) {
  return (
    <LevelsField
      {...props}
      legend={t("The most that it may do here")}
      description={t("Whoever lets it in may give it less, and never more than they hold themselves. Account Access and Psychotherapy Notes are closed to apps.")}
      only={open}
      highest={mostOf}
      whyCapped={t("Apps have View Only here at most.")}
    />
  );
}
