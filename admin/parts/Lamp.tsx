import { Box, useTheme } from '@mui/material'
import type { Lamp as Colour } from '../../shared/deadline/days.ts'
import { lampColours } from './lamp-colours.ts'
import type { LampSigns, Shape } from './lamp-of.ts'

/** The lamp: shape and words on its ground. On paper an outline in black, since colour may not print. */
export function Lamp({ colour, shape, text }: LampSigns) {
  const { ink, ground } = useLampColours(colour)
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 2,
        height: '1.73rem',
        px: 2.5,
        borderRadius: '5px',
        bgcolor: ground,
        color: ink,
        fontWeight: 700,
        fontSize: '0.94rem',
        whiteSpace: 'nowrap',
        '@media print': { background: 'none', color: '#000', border: '1px solid #000' },
      }}
    >
      <LampShape shape={shape} />
      {text}
    </Box>
  )
}

/** A number or words in a lamp's ink, where a whole lamp would be too much. */
export function LampText({ colour, children }: { colour: Colour; children: React.ReactNode }) {
  const { ink } = useLampColours(colour)
  return (
    <Box component="span" sx={{ color: ink, fontWeight: 700, '@media print': { color: '#000' } }}>
      {children}
    </Box>
  )
}

/** The ink and the ground of a lamp in the present theme; for the left edge of a band. */
export function useLampColours(colour: Colour): { ink: string; ground: string } {
  const { palette } = useTheme()
  return lampColours[palette.mode][colour]
}

/** The sign for those who see no colour; its words stand beside it. */
export function LampShape({ shape }: { shape: Shape }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" fill="currentColor">
      {shape === 'dot' && <circle cx="6" cy="6" r="5.2" />}
      {shape === 'triangle' && <path d="M6 .8 11.6 11H.4z" />}
      {shape === 'square' && <path fillRule="evenodd" d="M.6.6h10.8v10.8H.6zM5.2 2.4h1.6v4.4H5.2zm0 5.6h1.6v1.6H5.2z" />}
      {shape === 'tick' && <path d="M4.4 8.2 10.3 2.3l1.2 1.2-7.1 7.1L.5 6.7l1.2-1.2z" />}
      {shape === 'bars' && <path d="M2 1h3v10H2zm5 0h3v10H7z" />}
      {shape === 'dash' && <path d="M1 5h10v2H1z" />}
    </svg>
  )
}
