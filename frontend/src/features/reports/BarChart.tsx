import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar, Line } from "@visx/shape";
import { t } from "../../text";
import { useWidth } from "./useWidth";

export interface Series {
  name: string;
  /** The class that fills its bars. */
  fill: string;
}

export interface Group {
  key: string;
  /** Below its bars, and in full when the pointer rests on one. */
  label: string;
  fullLabel: string;
  /** A bar for each series, in their order. */
  values: number[];
}

interface Props {
  /** What the chart shows; its figures stand in a table beside it. */
  label: string;
  series: Series[];
  groups: Group[];
  say: (value: number) => string;
  sayShort: (value: number) => string;
}

const height = 240;
const edge = { top: 12, right: 4, bottom: 24, left: 52 };
const labelWidth = 52;

export function BarChart({ label, series, groups, say, sayShort }: Props) {
  const [box, width] = useWidth();
  const values = groups.flatMap((group) => group.values);
  const y = scaleLinear({ domain: [Math.min(0, ...values), Math.max(1, ...values)], range: [height - edge.bottom, edge.top], nice: 4 });
  const x = scaleBand({ domain: groups.map(({ key }) => key), range: [edge.left, Math.max(edge.left, width - edge.right)], padding: 0.2 });
  const inner = scaleBand({ domain: series.map(({ name }) => name), range: [0, x.bandwidth()], padding: 0.08 });
  const every = Math.ceil(labelWidth / Math.max(1, x.step()));
  return (
    <figure className="flex flex-col gap-2">
      <Legend series={series} />
      <div ref={box} className="h-60 overflow-clip">
        {width > 0 && (
          <svg role="img" aria-label={label} width={width} height={height}>
            {y.ticks(4).map((tick) => (
              <g key={tick}>
                <Line from={{ x: edge.left, y: y(tick) }} to={{ x: width - edge.right, y: y(tick) }} className={tick === 0 ? "stroke-line-strong" : "stroke-line"} />
                <text x={edge.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-ink-muted text-xs">
                  {sayShort(tick)}
                </text>
              </g>
            ))}
            {groups.map((group, index) => (
              <g key={group.key} transform={`translate(${x(group.key) ?? 0} 0)`}>
                {series.map(({ name, fill }, at) => {
                  const value = group.values[at] ?? 0;
                  return (
                    <Bar key={name} x={inner(name)} width={inner.bandwidth()} y={y(Math.max(0, value))} height={Math.abs(y(value) - y(0))} className={fill}>
                      <title>{t("{group}: {series} {value}", { group: group.fullLabel, series: name, value: say(value) })}</title>
                    </Bar>
                  );
                })}
                {index % every === 0 && (
                  <text x={x.bandwidth() / 2} y={height - 6} textAnchor="middle" className="fill-ink-muted text-xs">
                    {group.label}
                  </text>
                )}
              </g>
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

function Legend({ series }: Pick<Props, "series">) {
  return (
    <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {series.map(({ name, fill }) => (
        <span key={name} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 8 8" className="size-2">
            <rect width="8" height="8" rx="2" className={fill} />
          </svg>
          {name}
        </span>
      ))}
    </figcaption>
  );
}
