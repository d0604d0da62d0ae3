import { Box, Button } from '@mui/material'
import { type ReactNode, useRef, useState } from 'react'
import { shanghaiTime, writeInstant } from '../../../shared/deadline/days.ts'
import { dropDraft, readDraft } from '../../drafts.ts'
import { usePanel } from '../../panel.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { type Answers, useFocusFault } from './useAnswers.ts'

type Button_ = { label: string; act: () => void; main?: boolean; busy?: boolean }
type Props = { name: string; answers: Answers; order: string[]; problem: string; buttons: Button_[]; give: () => void; children: ReactNode }

/** A form's frame: an unfinished copy offered again, faults counted, when it was saved last, the buttons in reach of the thumb. */
export function FormFrame({ name, answers, order, problem, buttons, give, children }: Props) {
  const { words, lang, today } = usePanel()
  const { dirty, errors, savedAt } = answers
  const form = useRef<HTMLFormElement>(null)
  const [found, setFound] = useState(() => readDraft(name))
  useFocusFault(form, answers, order)
  const faults = Object.keys(errors).length
  const main = buttons.find((button) => button.main)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) main?.act()
      }}
    >
      {found && !dirty && (
        <Box
          role="status"
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 2,
            bgcolor: 'action.selected',
            borderRadius: 2,
            px: 4,
            py: 2,
            mb: 3,
          }}
        >
          {words.form.found(writeInstant(found.at, lang, today))}
          <Button
            onClick={() => {
              answers.reset({ ...answers.values, ...found.values })
              setFound(null)
            }}
          >
            {words.form.goOn}
          </Button>
          <Button
            variant="text"
            onClick={() => {
              dropDraft(name)
              setFound(null)
            }}
          >
            {words.form.drop}
          </Button>
        </Box>
      )}
      {(problem || faults > 0) && (
        <Box role="alert" sx={{ color: 'error.main', bgcolor: 'error.light', borderRadius: 2, px: 4, py: 2, mb: 3, fontWeight: 600 }}>
          {problem || words.fault.fix(faults)}
          {errors[''] ? ` ${errors['']}` : ''}
        </Box>
      )}
      <Sheet title={words.form.basics}>{children}</Sheet>
      <Box sx={bar}>
        <Box role="status" sx={{ color: 'text.secondary', flex: { xs: '1 0 100%', sm: '1 1 8rem' }, '&:empty': { flexBasis: { xs: 0 } } }}>
          {savedAt && dirty ? words.form.saved(shanghaiTime(savedAt)) : ''}
        </Box>
        <Button variant="text" onClick={give}>
          {words.form.give}
        </Button>
        {buttons.map(({ label, act, main: filled, busy }) => (
          <Button
            key={label}
            variant={filled ? 'contained' : 'outlined'}
            disabled={busy ?? false}
            onClick={act}
            sx={{ flex: { xs: filled ? '2 0 auto' : '1 0 auto', sm: 'none' } }}
          >
            {label}
          </Button>
        ))}
      </Box>
      <LeaveDialog dirty={dirty} />
    </form>
  )
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 1040,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: { xs: 2, sm: 3 },
  py: 3,
  px: { xs: 4, sm: 0 },
  mx: { xs: -4, sm: 0 },
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
} as const
