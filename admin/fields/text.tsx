import { Box, OutlinedInput } from '@mui/material'
import { useState } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { isOneLine, longest } from '../../shared/definition/lines.ts'
import { useWords } from '../panel.ts'
import { InlineButton } from '../parts/InlineButton.tsx'
import type { InputProps, Kind } from './kind.ts'

type Text = FieldOf<'text'>
const LINES = 12

export const text: Kind<Text> = {
  text: (value) => String(value),
  Show: ({ value }) => <LongText text={String(value)} />,
  Input: TextInput,
}

/** Paragraphs as they were written, forty characters a line; more than twelve lines fold. */
export function LongText({ text: whole }: { text: string }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const long = whole.length > LINES * 40 || whole.split('\n').length > LINES
  return (
    <Box sx={{ maxWidth: '40em', lineHeight: 1.75, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      <Box
        sx={
          long && !open
            ? {
                display: '-webkit-box',
                WebkitLineClamp: LINES,
                WebkitBoxOrient: 'vertical',
                overflow: 'hidden',
                '@media print': { display: 'block', overflow: 'visible' },
              }
            : {}
        }
      >
        {whole}
      </Box>
      {long && (
        <InlineButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.record.fold : words.record.unfold}
        </InlineButton>
      )}
    </Box>
  )
}

/** Lines up to 200 characters in a field of one line, more in an area that grows. What is pasted from Word comes in as plain text. */
function TextInput({ id, field, value, change, error, required, cell }: InputProps<Text>) {
  const words = useWords()
  const max = longest(field)
  const now = typeof value === 'string' ? value : ''
  const left = max - [...now].length
  const long = !isOneLine(field) && !cell
  return (
    <>
      <OutlinedInput
        id={id}
        fullWidth
        value={now}
        multiline={long}
        {...(long ? { minRows: max > 2000 ? 5 : 3, maxRows: 20 } : {})}
        error={Boolean(error)}
        onChange={(event) => change(event.target.value)}
        inputProps={{ 'aria-describedby': `${id}-help`, 'aria-invalid': Boolean(error), 'aria-required': required }}
      />
      {left <= Math.max(5, max / 10) && (
        <Box component="span" aria-live="polite" sx={{ fontSize: '0.87rem', color: left < 0 ? 'error.main' : 'text.secondary' }}>
          {left < 0 ? words.common.over(-left) : words.common.characters(left)}
        </Box>
      )}
    </>
  )
}
