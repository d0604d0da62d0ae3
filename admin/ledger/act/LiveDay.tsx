import { Box } from '@mui/material'
import { writeDay, writeRest } from '../../../shared/deadline/days.ts'
import { countedBack, lengthWords } from '../../../shared/deadline/why.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Duty } from '../../../shared/duty.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'

/** The days that these answers would set, before anything is sent: from the same pure function as the server's. */
export function LiveDay({ ledger, moved }: { ledger: Ledger; moved: Moved | null }) {
  const { words, lang, offices } = usePanel()
  const opened = moved?.opened ?? []
  const shifted = (moved?.event.moved ?? []).flatMap(({ id, to }) => {
    const duty = moved?.record.duties.find((each) => each.id === id)
    return duty && to ? [{ duty, to }] : []
  })
  const label = (key: string) => ledger.duties[key]?.label[lang] ?? key
  // Working days pass over rest days; any other length counts them, and only its end is moved to a working day.
  const passed = ({ why, dueOn }: Duty): string => {
    const [rest] = why.skipped
    if (!why.length || !rest || !dueOn) return ''
    if ('workdays' in why.length) return ` · ${words.act.skipped(why.skipped.length, names(why.skipped, lang).join(words.common.and))}`
    return ` · ${words.act[countedBack(why) ? 'rolledBack' : 'rolled'](writeDay(rest.day, lang), writeDay(dueOn, lang))}`
  }
  return (
    <Box role="status" aria-live="polite" sx={{ display: 'grid', gap: 2 }}>
      {opened.slice(0, 6).map((duty) => (
        <Box key={duty.id} sx={day}>
          <strong>
            {duty.dueOn ? words.act.willBe(label(duty.key), writeDay(duty.dueOn, lang)) : words.act.willBeNone(label(duty.key))}
          </strong>
          <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
            {[duty.why.length && lengthWords(duty.why.length)[lang], officeName(offices, duty.holder.id, lang, duty.holder.kind)]
              .filter(Boolean)
              .join(words.common.of)}
            {passed(duty)}
          </Box>
        </Box>
      ))}
      {shifted.map(({ duty, to }) => (
        <Box key={`moved-${duty.id}`} sx={day}>
          <strong>{words.act.moves(label(duty.key), writeDay(to, lang))}</strong>
          {asked(duty) && <Box>{words.act.rolled(writeDay(asked(duty), lang), writeDay(to, lang))}</Box>}
          <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>{officeName(offices, duty.holder.id, lang, duty.holder.kind)}</Box>
        </Box>
      ))}
    </Box>
  )
}

/** The rest day that was asked for and could not stand; '' where it stands. */
const asked = (duty: Duty): string => duty.why.extensions.at(-1)?.asked ?? ''

/** The holidays among the rest days, each once; of Saturdays and Sundays nobody asks. */
function names(skipped: { name: string }[], lang: 'zh' | 'en'): string[] {
  const holidays = skipped.filter(({ name }) => !/^周/.test(name)).map(({ name }) => writeRest(name, lang))
  return [...new Set(holidays)]
}

const day = { borderLeft: 3, borderColor: 'primary.main', bgcolor: 'primary.light', borderRadius: 1, px: 3, py: 2 } as const
