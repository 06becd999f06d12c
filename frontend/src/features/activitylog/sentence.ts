import { CircleDot } from "lucide-react";
import { t } from "../../text";
import { type Entry, type Kind, type Telling, who } from "./entry";
import { apiTokenKinds } from "./kinds/apiTokens";
import { appKinds } from "./kinds/apps";
import { accessKinds } from "./kinds/access";
import { consentKinds } from "./kinds/consent";
import { calendarKinds } from "./kinds/calendar";
import { clientSessionKinds } from "./kinds/clientSessions";
import { accessReviewKinds } from "./kinds/accessReview";
import { emergencyKinds } from "./kinds/emergency";
import { disclosureKinds } from "./kinds/disclosures";
import { insuranceKinds } from "./kinds/insurance";
import { invoiceKinds } from "./kinds/invoices";
import { noteKinds, psychotherapyKinds } from "./kinds/notes";
import { paymentKinds } from "./kinds/payments";
import { recordKinds } from "./kinds/records";
import { reportKinds } from "./kinds/reports";
import { signInKinds } from "./kinds/signIns";
import { viewKinds } from "./kinds/views";
import { webhookKinds } from "./kinds/webhooks";

export const kinds: Record<string, Kind> = { ...signInKinds, ...accessKinds, ...consentKinds, ...apiTokenKinds, ...appKinds, ...emergencyKinds, ...viewKinds, ...recordKinds, ...calendarKinds, ...clientSessionKinds, ...insuranceKinds, ...noteKinds, ...psychotherapyKinds, ...invoiceKinds, ...paymentKinds, ...reportKinds, ...disclosureKinds, ...webhookKinds, ...accessReviewKinds };

export const codes = Object.keys(kinds).sort();

// A code of a later server is told by its own words.
const unknown: Kind = {
  label: () => "",
  icon: CircleDot,
  say: (e) => t("{who}: {what}", { who: who(e), what: wordsOf(e.code ?? "") }),
};

const wordsOf = (code: string): string => code.replaceAll(/[._]/g, " ");

export const kindOf = (code: string | null): Kind => (code === null ? unknown : (kinds[code] ?? unknown));

export const codeTitle = (code: string): string => kindOf(code).label() || wordsOf(code);

// An entry as a sentence. Its data stands between marks: see data.ts.
export const sentenceOf = (entry: Entry, telling: Telling): string => kindOf(entry.code).say(entry, telling);
