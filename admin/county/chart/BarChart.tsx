import { Box, useTheme } from '@mui/material'

export type Bar = { id: string; name: string; value: number; text: string }
type Props = { label: string; bars: Bar[]; top: number }

const [WIDTH, ROW, LEFT, RIGHT] = [540, 26, 160, 420]

/** One bar for each, in the order given; the name before it, the number behind it. */
export function BarChart({ label, bars, top }: Props) {
  const { palette } = useTheme()
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${bars.length * ROW + 4}`}
      sx={{ width: '100%', display: 'block' }}
    >
      {bars.map(({ id, name, value, text }, at) => {
        const middle = at * ROW + ROW / 2
        const width = top === 0 ? 0 : ((RIGHT - LEFT) * value) / top
        return (
          <g key={id} fontSize={13}>
            <text x={LEFT - 10} y={middle + 5} textAnchor="end" fill={palette.text.primary}>
              {name}
            </text>
            <rect x={LEFT} y={middle - 6} width={width} height={12} rx={2} fill={palette.primary.main} />
            <text x={LEFT + width + 8} y={middle + 5} fill={palette.text.secondary}>
              {text}
            </text>
          </g>
        )
      })}
    </Box>
  )
}
