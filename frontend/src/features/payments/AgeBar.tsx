import { type Ages, ages } from "./ages";

interface Props {
  of: Ages;
}

// What is owed, as one bar in the colours of its ages. The figures stand beside it: nobody needs it.
export function AgeBar({ of }: Props) {
  const total = of.total ?? 0;
  const share = (cents: number) => (total > 0 ? (100 * cents) / total : 0);
  const shown = ages();
  const before = (index: number) => shown.slice(0, index).reduce((sum, { age }) => sum + (of[age] ?? 0), 0);
  return (
    <svg aria-hidden viewBox="0 0 100 3" preserveAspectRatio="none" className="h-2.5 w-full overflow-hidden rounded-full bg-sunken">
      {shown.map(({ age, fill }, index) => (
        <rect key={age} x={share(before(index))} y="0" width={share(of[age] ?? 0)} height="3" className={fill} />
      ))}
    </svg>
  );
}
