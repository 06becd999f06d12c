import { useQuery } from "urql";
import { MySecondFactorDocument } from "../../gen/documents/features/secondfactor/SecondFactor";
import { SecondFactorCard } from "./SecondFactorCard";

// For whoever may enter no account before there is a second factor.
export function AskedFactor() {
  const [{ data }] = useQuery({ query: MySecondFactorDocument });
  if (!data?.viewer?.secondFactor?.askedBy.length) return null;
  return (
    <div className="mx-auto mt-4 max-w-md text-left">
      <SecondFactorCard onAdded={() => location.assign("/")} />
    </div>
  );
}
