import { AddModifierDocument, EditModifierDocument, ModifiersDocument } from "../../../gen/documents/features/codessetup/modifiers/Modifiers";
import type { ModifierEntryFragment, ModifierInput } from "../../../gen/types";
import { t } from "../../../text";
import { DescriptionCell } from "../DescriptionCell";
import { FilePage } from "../FilePage";
import { type FileScreen, asked } from "../fileScreen";
import { ModifierForm } from "./ModifierForm";
import { type ModifierFields, emptyModifier, modifierWords } from "./modifier";

const screen: FileScreen<ModifierEntryFragment, ModifierFields, ModifierInput> = {
  file: "MODIFIERS",
  texts: () => ({
    title: t("Modifiers"),
    add: t("Add modifier"),
    empty: t("This account has no modifiers yet"),
    searchFor: t("Search codes and descriptions"),
    noun: t("modifiers"),
    entry: (name) => t("Modifier {name}", { name }),
  }),
  list: asked(ModifiersDocument, ({ account }) => account?.modifiers),
  add: asked(AddModifierDocument, ({ addModifier }) => addModifier?.modifier),
  edit: asked(EditModifierDocument, ({ editModifier }) => editModifier?.modifier),
  empty: emptyModifier,
  input: (fields) => fields,
  words: modifierWords,
  nameOf: ({ code }) => code,
  columns: () => [
    { id: "code", header: t("Code"), cell: ({ code }) => <span translate="no" className="font-mono">{code}</span>, width: "8rem", isRowHeader: true },
    { id: "description", header: t("Description"), cell: ({ description, provenance }) => <DescriptionCell text={description} provenance={provenance} /> },
  ],
  Form: ModifierForm,
};

export const ModifiersPage = () => <FilePage screen={screen} />;
