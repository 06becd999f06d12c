import { useQuery } from "urql";
import { PaletteClientsDocument } from "../../gen/documents/features/palette/Palette";
import { useLater } from "../editing/useLater";
import { useAccount } from "../shell/viewer";

// With less nearly everybody is found.
const fewestLetters = 2;

// Clients by what is typed, and where nobody is called that by what is spelt much like it: only where the viewer may see them, and each search is logged.
export function usePaletteClients(typed: string) {
  const { id: account, mayView } = useAccount();
  const search = useLater(typed.trim());
  const asks = mayView("CLIENTS") && search.length >= fewestLetters;
  const [{ data, fetching }] = useQuery({ query: PaletteClientsDocument, variables: { account, search }, requestPolicy: "network-only", pause: !asks });
  const { nodes, similar } = data?.account?.clients ?? {};
  const found = nodes?.length ? nodes : (similar ?? []);
  return {
    clients: asks && typed.trim().length >= fewestLetters ? found : [],
    isLooking: mayView("CLIENTS") && typed.trim().length >= fewestLetters && (fetching || search !== typed.trim()),
  };
}
