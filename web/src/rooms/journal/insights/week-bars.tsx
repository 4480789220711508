import { date, duration } from "../format";
import { ceilingHours, withoutGaps } from "./weeks";

const shown = 26;
const height = 120;

/** Hours by week as bars, and the same as a table for who doesn't see them. */
export function WeekBars({ weeks }: { weeks: readonly { week: string; minutes: number }[] }) {
  const bars = withoutGaps(weeks, shown);
  if (bars.length === 0) return <p className="text-ink-soft text-sm">No hours yet.</p>;
  const ceiling = ceilingHours(Math.max(...bars.map(({ minutes }) => minutes)));
  const width = 100 / Math.max(8, bars.length);
  return (
    <figure className="grid gap-1">
      <svg aria-hidden className="w-full overflow-visible" height={height}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line
              x1="2.2rem"
              x2="100%"
              y1={height * (1 - share)}
              y2={height * (1 - share)}
              stroke="var(--line)"
            />
            <text
              x="1.9rem"
              y={height * (1 - share) + 4}
              textAnchor="end"
              className="fill-ink-faint text-2xs"
            >
              {ceiling * share} h
            </text>
          </g>
        ))}
        <svg x="2.4rem" width="calc(100% - 2.4rem)" height={height} className="overflow-visible">
          {bars.map(({ week, minutes }, index) => {
            const tall = (minutes / 60 / ceiling) * height;
            return (
              <rect
                key={week}
                x={`${index * width + width * 0.12}%`}
                width={`${width * 0.76}%`}
                y={height - tall}
                height={tall}
                rx="2"
                fill="var(--accent)"
              >
                <title>{`Week of ${date(week)}: ${duration(minutes)}`}</title>
              </rect>
            );
          })}
        </svg>
      </svg>
      <figcaption className="flex justify-between pl-10 text-2xs text-ink-faint">
        <span>{date(bars[0]?.week ?? "")}</span>
        {bars.length > 1 && <span>{date(bars.at(-1)?.week ?? "")}</span>}
      </figcaption>
      <table className="sr-only">
        <caption>Time by week</caption>
        <tbody>
          {bars.map(({ week, minutes }) => (
            <tr key={week}>
              <th scope="row">Week of {date(week)}</th>
              <td>{duration(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
