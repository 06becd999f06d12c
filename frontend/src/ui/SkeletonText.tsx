interface SkeletonTextProps {
  width?: string;
}

export function SkeletonText({ width = "8rem" }: SkeletonTextProps) {
  return (
    <span aria-hidden style={{ width }} className="block max-w-full animate-late">
      <span className="block h-3 animate-pulse rounded-sm bg-line forced-colors:bg-[GrayText]" />
    </span>
  );
}
