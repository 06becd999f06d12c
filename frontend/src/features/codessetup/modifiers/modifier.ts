import { t } from "../../../text";
import { wordsOf } from "../words";

export const emptyModifier = { code: "", description: "", active: true };
export type ModifierFields = typeof emptyModifier;

export const modifierWords = () => wordsOf<ModifierFields>({ code: t("Code"), description: t("Description"), active: t("Active") });
