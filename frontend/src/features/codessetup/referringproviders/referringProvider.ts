import { t } from "../../../text";
import { wordsOf } from "../words";

export const emptyReferringProvider = { name: "", credential: "", npi: "", phone: "", fax: "", active: true };
export type ReferringProviderFields = typeof emptyReferringProvider;

export const referringProviderWords = () =>
  wordsOf<ReferringProviderFields>({ name: t("Name"), credential: t("Credential"), npi: t("NPI"), phone: t("Phone"), fax: t("Fax"), active: t("Active") });
