import { useEffect, useEffectEvent, useState } from "react";
import { t } from "../../text";
import { SearchField } from "../../ui/SearchField";

interface Props {
  text: string | undefined;
  onChange: (text: string | undefined, replace: boolean) => void;
}

const PAUSE = 300;

// Searches when typing pauses: each search is an entry of the log itself.
export function TextFilter({ text, onChange }: Props) {
  const [typed, setTyped] = useState(text ?? "");
  const [asked, setAsked] = useState(text);
  // The address has changed by itself: Back, a chip, Clear all.
  if (asked !== text) {
    setAsked(text);
    setTyped(text ?? "");
  }
  const ask = () => {
    const wanted = typed.trim() || undefined;
    if (wanted === text) return;
    setAsked(wanted);
    onChange(wanted, text !== undefined && wanted !== undefined);
  };
  const onPause = useEffectEvent(ask);
  useEffect(() => {
    const timer = window.setTimeout(() => onPause(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed]);

  return <SearchField label={t("Search the log")} placeholder={t("Username, event or address")} value={typed} onChange={setTyped} onSubmit={ask} />;
}
