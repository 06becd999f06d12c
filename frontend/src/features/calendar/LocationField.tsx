import { useQuery } from "urql";
import { BookableLocationsDocument } from "../../gen/documents/features/calendar/BookableLocations";
import { t } from "../../text";
import { TextField } from "../../ui/TextField";
import { useAccount } from "../shell/viewer";

interface Props {
  value: string;
  onChange: (location: string) => void;
}

// Where an appointment is: a room in any words, or a location of the practice, which a client
// session made of it is at then.
export function LocationField({ value, onChange }: Props) {
  const { id: account } = useAccount();
  const [{ data }] = useQuery({ query: BookableLocationsDocument, variables: { account } });
  const names = data?.account?.bookableLocations?.map(({ name }) => name ?? "") ?? [];
  return <TextField label={t("Location")} name="location" value={value} onChange={onChange} autoComplete="off" maxLength={100} suggestions={[...new Set(names)]} />;
}
