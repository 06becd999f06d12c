import { Fingerprint } from "lucide-react";
import { useState } from "react";
import type { SignedByPasskeyInput } from "../../gen/types";
import type { Problem } from "../../graphql/problem";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { hasPasskeys, signByPasskey } from "./passkey";

interface Props {
  label: string;
  // Sends what the passkey has signed, and gives what went wrong with it.
  send: (input: SignedByPasskeyInput) => Promise<Problem[]>;
  // A browser asks for one passkey at a time: what asks for another stops until the function it gives is called.
  alone?: () => () => void;
}

export function PasskeyButton({ label, send, alone }: Props) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isPending, setPending] = useState(false);
  if (!hasPasskeys()) return null;
  const press = async () => {
    setPending(true);
    const goOn = alone?.();
    const signed = await signByPasskey();
    setProblems(signed.input ? await send(signed.input) : signed.problems);
    setPending(false);
    goOn?.();
  };
  return (
    <div className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <FormError error={problems[0]?.message} />
      <Button icon={Fingerprint} onPress={() => void press()} isPending={isPending}>
        {label}
      </Button>
    </div>
  );
}
