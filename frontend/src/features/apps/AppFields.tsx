import { t } from "../../text";
import { TextField } from "../../ui/TextField";
import type { Typed } from "./appInput";

export const appFields = ["name", "purpose", "website", "redirectUris"];

interface Props {
  typed: Typed;
  onChange: (typed: Typed) => void;
}

// What an app is, as people are told before they let it in.
export function AppFields({ typed, onChange }: Props) {
  const set = (field: keyof Typed) => (value: string) => onChange({ ...typed, [field]: value });
  return (
    <>
      <TextField label={t("Name of the app")} name="name" value={typed.name} onChange={set("name")} isRequired maxLength={60} description={t("People see it before they let the app in, and the activity log shows it.")} />
      <TextField label={t("Purpose")} name="purpose" value={typed.purpose} onChange={set("purpose")} isRequired maxLength={200} description={t("In a line, for the same people: what it does for them.")} />
      <TextField label={t("Website of its makers")} name="website" value={typed.website} onChange={set("website")} maxLength={500} description={t("Like https://www.example.com, or empty.")} />
      <TextField
        label={t("Where it may be sent back to")}
        name="redirectUris"
        value={typed.redirects}
        onChange={set("redirects")}
        isRequired
        rows={3}
        isMono
        spellCheck="false"
        description={t("One address a line, as its makers tell them (redirect URIs): each is compared to the letter. For a program on a person’s own device http://127.0.0.1/… is compared without its port.")}
      />
    </>
  );
}
