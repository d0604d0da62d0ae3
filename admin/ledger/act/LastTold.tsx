import { Box } from '@mui/material'
import type { Field } from '../../../shared/definition/field.ts'
import { FieldShow } from '../../fields/FieldShow.tsx'
import type { Around } from '../../fields/kind.ts'
import { useSay, useWords } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'

type Props = { field: Field; value: unknown; around: Around; take: (() => void) | undefined }

/** What was answered the last time, above the question that has to be answered anew; a long one can be gone on with. */
export function LastTold({ field, value, around, take }: Props) {
  const words = useWords()
  const say = useSay()
  return (
    <Box sx={{ borderLeft: 3, borderColor: 'divider', px: 3, py: 1, mb: 2, fontSize: '0.93rem' }}>
      <Box sx={{ color: 'text.secondary' }}>{words.act.lastTold(say(field.label))}</Box>
      <FieldShow field={field} value={value} around={around} />
      {take && (
        <Box>
          <InlineButton onClick={take}>{words.act.takeLast}</InlineButton>
        </Box>
      )}
    </Box>
  )
}
