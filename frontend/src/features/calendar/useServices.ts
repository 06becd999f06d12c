import { useQuery } from "urql";
import { BookableServicesDocument } from "../../gen/documents/features/calendar/BookableServices";
import type { ShownServiceFragment } from "../../gen/types";
import { useAccount } from "../shell/viewer";

export type Service = ShownServiceFragment;

export interface Services {
  all: readonly Service[];
  nameOf: (id: string) => string | undefined;
  isLoading: boolean;
}

// What can be booked as, also where the viewer has no Codes Setup. One that is no longer offered is
// still the appointment's.
export function useServices(current: Service | null | undefined): Services {
  const { id: account } = useAccount();
  const [{ data, fetching }] = useQuery({ query: BookableServicesDocument, variables: { account } });
  const offered = data?.account?.bookableServices ?? [];
  const all = !current || offered.some(({ id }) => id === current.id) ? offered : [current, ...offered];
  return { all, nameOf: (id) => all.find((one) => one.id === id)?.name ?? undefined, isLoading: fetching };
}
