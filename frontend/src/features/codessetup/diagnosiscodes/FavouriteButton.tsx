import { Star, StarOff } from "lucide-react";
import { t } from "../../../text";
import { IconButton } from "../../../ui/IconButton";

interface Props {
  name: string;
  isFavourite: boolean;
  whyNot: string | undefined;
  onChange: (favourite: boolean) => void;
}

export function FavouriteButton({ name, isFavourite, whyNot, onChange }: Props) {
  const label = isFavourite ? t("{name} is no favourite any more", { name }) : t("Make {name} a favourite", { name });
  return <IconButton size="small" label={label} icon={isFavourite ? StarOff : Star} whyDisabled={whyNot} onPress={() => onChange(!isFavourite)} />;
}
