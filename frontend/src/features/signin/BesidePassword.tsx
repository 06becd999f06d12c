import type { Problem } from "../../graphql/problem";
import { CodeForm } from "./CodeForm";
import { PasskeySignIn } from "./PasskeySignIn";

interface Props {
  // The half of a sign-in that the password has begun; absent, it has not.
  half: string | undefined;
  onSignedIn: (username: string) => void;
  onStartOver: (why: Problem[]) => void;
}

// What a username may prove itself with beside its password, or in its place.
export function BesidePassword({ half, onSignedIn, onStartOver }: Props) {
  if (half) return <CodeForm token={half} onSignedIn={onSignedIn} onStartOver={onStartOver} />;
  return <PasskeySignIn onSignedIn={onSignedIn} />;
}
