import { Box, useTheme } from '@mui/material'
import { writeNumber } from '../../parts/number.ts'
import { places, ticks } from './scale.ts'

export type Series = { name: string; values: number[] }
type Props = { label: string; names: string[]; series: Series[] }

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [540, 230, 40, 440, 12, 200]

/** Numbers over time: the first line in blue, the others in ink and broken, each named at its end. */
export function LineChart({ label, names, series }: Props) {
  const { palette } = useTheme()
  const lines = ticks(Math.max(...series.flatMap(({ values }) => values)))
  const top = lines.at(-1) ?? 1
  const across = places(names.length, LEFT, RIGHT)
  const up = (value: number) => BOTTOM - ((BOTTOM - TOP) * value) / top
  const ends = series.map(({ values }) => up(values.at(-1) ?? 0))
  return (
    <Box component="svg" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} sx={{ width: '100%', display: 'block' }}>
      {lines.map((line) => (
        <g key={line}>
          <line x1={LEFT} x2={RIGHT} y1={up(line)} y2={up(line)} stroke={palette.divider} />
          <text x={LEFT - 8} y={up(line) + 4} textAnchor="end" fontSize={13} fill={palette.text.secondary}>
            {writeNumber(line)}
          </text>
        </g>
      ))}
      {names.map((name, at) => (
        <text key={name} x={across[at]} y={HEIGHT - 8} textAnchor="middle" fontSize={13} fill={palette.text.secondary}>
          {name}
        </text>
      ))}
      {series.map(({ name, values }, at) => {
        const colour = at === 0 ? palette.primary.main : palette.text.primary
        const end = apart(ends, at)
        return (
          <g key={name}>
            <polyline
              points={values.map((value, index) => `${across[index]},${up(value)}`).join(' ')}
              fill="none"
              stroke={colour}
              strokeWidth={2}
              {...(at === 0 ? {} : { strokeDasharray: '6 4' })}
            />
            {values.map((value, index) => (
              <circle key={names[index]} cx={across[index]} cy={up(value)} r={3} fill={colour}>
                <title>{`${names[index]} ${name} ${writeNumber(value)}`}</title>
              </circle>
            ))}
            <text x={RIGHT + 8} y={end + 4} fontSize={13} fontWeight={700} fill={colour}>
              {`${name} ${writeNumber(values.at(-1) ?? 0)}`}
            </text>
          </g>
        )
      })}
    </Box>
  )
}

/** Where the name of a line stands: at its end, but not on the name of the line before. */
function apart(ends: number[], at: number): number {
  const before = ends[at - 1]
  const own = ends[at] ?? 0
  return before === undefined || Math.abs(own - before) >= 18 ? own : before + (own >= before ? 18 : -18)
}
