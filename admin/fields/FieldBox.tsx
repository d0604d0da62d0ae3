import { Box } from '@mui/material'
import { memo } from 'react'
import type { Field } from '../../shared/definition/field.ts'
import { wholeLabel } from '../../shared/definition/parted.ts'
import { useSay, useWords } from '../panel.ts'
import { kindOf } from './kinds.tsx'

type Props = {
  name: string
  field: Field
  value: unknown
  change: (name: string, value: unknown) => void
  error?: string | undefined
  required: boolean
  all: Record<string, unknown>
  /** What is to be known for the answer, beyond what the ledger says of the field. */
  note?: string | undefined
}

/** One question of a form: label above, always visible, `*` when required, help below, the fault in its place. */
export const FieldBox = memo(function FieldBox({ name, field, value, change, error, required, all, note }: Props) {
  const words = useWords()
  const say = useSay()
  const { Input, own } = kindOf(field)
  const id = `f-${name}`
  const label = (
    <>
      {say(wholeLabel(field))}
      {required && (
        <Box component="span" aria-hidden sx={{ color: 'error.main' }}>
          {' *'}
        </Box>
      )}
      {required && own && (
        <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
          {words.common.required}
        </Box>
      )}
    </>
  )
  const said = { display: 'block', fontWeight: 600, mb: 1 } as const
  if (!Input) return null
  return (
    <Box data-field={name} sx={{ minWidth: 0 }}>
      {own ? (
        <Box id={`${id}-label`} sx={said}>
          {label}
        </Box>
      ) : (
        <Box component="label" id={`${id}-label`} htmlFor={id} sx={said}>
          {label}
        </Box>
      )}
      <Input
        id={id}
        name={name}
        field={field as never}
        value={value}
        change={(next) => change(name, next)}
        error={error}
        required={required}
        all={all}
      />
      <Box
        id={`${id}-help`}
        sx={{ fontSize: '0.87rem', color: error ? 'error.main' : 'text.secondary' }}
        {...(error ? { role: 'alert' } : {})}
      >
        {error ?? say(field.help)}
      </Box>
      {note && <Box sx={{ fontSize: '0.87rem', color: 'text.secondary' }}>{note}</Box>}
    </Box>
  )
})
