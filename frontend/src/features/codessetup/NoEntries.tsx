import { Copy, ListPlus, ListTree, SearchX } from "lucide-react";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { LinkButton } from "../../ui/LinkButton";
import { useAccount } from "../shell/viewer";
import type { FileTexts } from "./fileScreen";
import type { FileFilter } from "./fileSearch";

interface Props {
  texts: FileTexts;
  filter: FileFilter;
  onAdd: () => void;
  whyNotAdd: string | undefined;
}

export function NoEntries({ texts, filter, onAdd, whyNotAdd }: Props) {
  const { id: account } = useAccount();
  if (filter.search || filter.activeOnly) {
    const clear = () => {
      filter.setText("");
      filter.setActiveOnly(false);
    };
    return (
      <EmptyState icon={SearchX} title={t("No entry is found by that")} action={<Button onPress={clear}>{t("Show all")}</Button>}>
        {filter.activeOnly && t("Only active entries are searched.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListTree}
      title={texts.empty}
      action={
        <>
          <Button icon={ListPlus} whyDisabled={whyNotAdd} onPress={onAdd}>
            {texts.add}
          </Button>
          <LinkButton to="/p/$account/account-access/copy" params={{ account }} icon={Copy}>
            {t("Copy Codes to Another Account")}
          </LinkButton>
        </>
      }
    >
      {t("Add the first entry here, or copy what another of your accounts has already.")}
    </EmptyState>
  );
}
