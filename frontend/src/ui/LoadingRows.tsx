import { SkeletonText } from "./SkeletonText";

interface LoadingRowsProps {
  rows: number;
  columns: number;
  isDense: boolean;
}

/** As high as the rows to come. */
export function LoadingRows({ rows, columns, isDense }: LoadingRowsProps) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (__, column) => (
        <td key={column} className={`border-b border-line px-3 first:pl-5 last:pr-5 ${isDense ? "h-9" : "h-11"}`}>
          <SkeletonText width={`${75 - ((row * 13 + column * 29) % 40)}%`} />
        </td>
      ))}
    </tr>
  ));
}
