import type { ReactNode } from "react";
import { TextLink } from "../../ui/TextLink";
import { useAccount } from "../shell/viewer";

// To the list of what was generated at once.
export function BatchLink({ batch, children }: { batch: string | null | undefined; children: ReactNode }) {
  const { id: account } = useAccount();
  if (!batch) return null;
  return (
    <TextLink to="/p/$account/invoices/all" params={{ account }} search={{ batch, kind: "ALL", status: "ALL" }}>
      {children}
    </TextLink>
  );
}
