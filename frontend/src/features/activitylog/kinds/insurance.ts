import { FileCheck, FileClock, FilePen, FilePlus, FileX, ShieldCheck, ShieldOff, ShieldPlus } from "lucide-react";
import { t } from "../../../text";
import { type Kind, who } from "../entry";
import { counted, withChanges } from "./records";

export const insuranceKinds: Record<string, Kind> = {
  "policy.listed": { label: () => t("Insurance policies listed"), icon: ShieldCheck, say: (e) => counted(e, "{who} listed {count} insurance policy", "{who} listed {count} insurance policies") },
  "policy.opened": { label: () => t("Insurance policy opened"), icon: ShieldCheck, say: (e) => t("{who} opened an insurance policy", { who: who(e) }) },
  "policy.refreshed": { label: () => t("Open insurance policies shown anew"), icon: ShieldCheck, say: (e) => t("{who} was shown insurance policies anew that they had open", { who: who(e) }) },
  "policy.added": { label: () => t("Insurance policy added"), icon: ShieldPlus, say: (e) => t("{who} added an insurance policy", { who: who(e) }) },
  "policy.changed": { label: () => t("Insurance policy changed"), icon: FilePen, say: (e, telling) => withChanges(e, telling, t("{who} changed an insurance policy", { who: who(e) })) },
  "policy.ended": { label: () => t("Insurance policy ended"), icon: ShieldOff, say: (e) => t("{who} ended an insurance policy", { who: who(e) }) },
  "policy.resumed": { label: () => t("Insurance policy taken up again"), icon: ShieldCheck, say: (e) => t("{who} took an insurance policy up again", { who: who(e) }) },
  "authorization.listed": { label: () => t("Authorizations listed"), icon: FileClock, say: (e) => counted(e, "{who} listed {count} authorization", "{who} listed {count} authorizations") },
  "authorization.opened": { label: () => t("Authorization opened"), icon: FileCheck, say: (e) => t("{who} opened an authorization", { who: who(e) }) },
  "authorization.refreshed": { label: () => t("Open authorizations shown anew"), icon: FileClock, say: (e) => t("{who} was shown authorizations anew that they had open", { who: who(e) }) },
  "authorization.added": { label: () => t("Authorization added"), icon: FilePlus, say: (e) => t("{who} added an authorization", { who: who(e) }) },
  "authorization.changed": { label: () => t("Authorization changed"), icon: FilePen, say: (e, telling) => withChanges(e, telling, t("{who} changed an authorization", { who: who(e) })) },
  "authorization.ended": { label: () => t("Authorization ended"), icon: FileX, say: (e) => t("{who} ended an authorization", { who: who(e) }) },
  "authorization.resumed": { label: () => t("Authorization taken up again"), icon: FileCheck, say: (e) => t("{who} took an authorization up again", { who: who(e) }) },
};
