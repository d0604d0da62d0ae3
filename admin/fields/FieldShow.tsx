import { Box } from '@mui/material'
import type { Field } from '../../shared/definition/field.ts'
import type { Around } from './kind.ts'
import { fieldText, kindOf } from './kinds.tsx'

/** A value where a page has room for it. */
export function FieldShow({ field, value, around }: { field: Field; value: unknown; around: Around }) {
  const Show = kindOf(field).Show
  return Show ? <Show field={field as never} value={value} around={around} /> : fieldText(field, value, around)
}

/** A value under its label. */
export function Fact({ label, children, wide = false }: { label: string; children: React.ReactNode; wide?: boolean }) {
  return (
    <Box sx={{ gridColumn: wide ? '1 / -1' : 'auto', minWidth: 0 }}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  )
}
