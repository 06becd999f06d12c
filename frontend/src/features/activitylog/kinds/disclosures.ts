import { FileOutput, FileX, Files, Printer } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted } from "./records";

export const disclosureKinds: Record<string, Kind> = {
  "disclosure.listed": { label: () => t("Disclosures listed"), icon: Files, say: (e) => counted(e, "{who} listed {count} disclosure", "{who} listed {count} disclosures") },
  "disclosure.recorded": { label: () => t("Disclosure recorded"), icon: FileOutput, say: (e) => t("{who} recorded a disclosure of a client to others", { who: who(e) }) },
  "disclosure.struck": { label: () => t("Disclosure struck out"), icon: FileX, say: (e) => t("{who} struck out a disclosure", { who: who(e) }) },
  "disclosure.accounted": { label: () => t("Accounting of disclosures made"), icon: Printer, say: (e) => counted(e, "{who} made an accounting of the disclosures of a client, with {count} of them", "{who} made an accounting of the disclosures of a client, with {count} of them") },
};
