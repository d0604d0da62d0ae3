import { ToggleButton, ToggleButtonGroup } from '@mui/material'

type Props = { label: string; value: string; options: { key: string; label: string }[]; choose: (key: string) => void }

/** One of a few, all of them in sight. */
export function Switch({ label, value, options, choose }: Props) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, key: string | null) => key !== null && choose(key)}
      sx={{ flexWrap: 'wrap', displayPrint: 'none' }}
    >
      {options.map(({ key, label: text }) => (
        <ToggleButton key={key} value={key} sx={one}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

const one = {
  py: 1,
  px: 3,
  minHeight: '2.13rem',
  fontSize: '0.94rem',
  color: 'text.primary',
  borderColor: 'divider',
  '&.Mui-selected, &.Mui-selected:hover': { color: 'primary.main', bgcolor: 'action.selected', fontWeight: 700 },
} as const
