import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { writeDay, writeDaysLeft } from '../../../shared/deadline/days.ts'
import { besideDay } from '../../../shared/words/verbs.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { each } from '../../parts/each.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { officeName } from '../../parts/office.ts'
import { useInSentence } from '../../parts/spoken.ts'
import { HttpError } from '../../problem.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { urgeWords } from '../../words/urge-many.ts'
import { askNotices } from '../useRecord.ts'
import type { Late, LateOffice } from './late.ts'

type Told = { text: string; failed?: true }
const AT_ONCE = 3

/** Urges every office that is late with what is selected: what each will read is shown first, can be copied, and goes out with one press. */
export function UrgeDialog({ offices: late, close }: { offices: LateOffice[]; close: () => void }) {
  const { lang, offices, words: common } = usePanel()
  const inSentence = useInSentence()
  const words = urgeWords[lang]
  const notify = useNotify()
  const client = useQueryClient()
  const [told, setTold] = useState<Record<string, Told>>({})
  const [going, setGoing] = useState<number | null>(null)
  const [mails, setMails] = useState<number | null>(null)
  const name = ({ holder }: LateOffice) => officeName(offices, holder.id, lang, holder.kind)
  const { origin } = window.location
  const dayOf = ({ dueOn }: Late['duty']) => (dueOn ? writeDay(dueOn, lang, { weekday: false }) : '')
  const lineOf = ({ record, duty }: Late, at: number) =>
    words.line(at + 1, inSentence(record), duty.label[lang], dayOf(duty), writeDaysLeft(duty.daysLeft, lang))
  // Of one item in the words of its own page, with the way to it.
  const textOf = (office: LateOffice) => {
    const [only, another] = office.late
    if (!only || another) return [words.head(name(office), office.late.length), ...office.late.map(lineOf), origin].join('\n')
    const { record, duty } = only
    const link = `${origin}/${record.ledger}/${record.id}/show`
    const left = writeDaysLeft(duty.daysLeft, lang)
    return common.record.urgeText(inSentence(record), name(office), besideDay(duty.label)[lang], dayOf(duty), left, link)
  }
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    notify(common.common.copied, { type: 'success' })
  }
  const send = async () => {
    setGoing(0)
    let all = 0
    await each(late, AT_ONCE, async (office) => {
      const found = await urgeOne(office)
      all += found.sent
      const text = [
        ...(found.sent > 0 ? [words.sent(found.sent)] : []),
        ...(found.later > 0 ? [words.later(found.later)] : []),
        ...(found.failure ? [found.failure] : []),
      ].join('')
      setTold((now) => ({ ...now, [keyOf(office)]: { text: text || words.before, ...(found.failure ? { failed: true } : {}) } }))
      setGoing((now) => (now ?? 0) + 1)
    })
    for (const { record } of late.flatMap((office) => office.late)) askNotices(client, record.id)
    setGoing(null)
    setMails(all)
  }
  const urgeOne = async ({ late: items }: LateOffice) => {
    const found = { sent: 0, later: 0, failure: '' }
    for (const [first, ...others] of inStacks(items)) {
      if (!first) break
      try {
        const path = `/records/${first.record.ledger}/${first.record.id}/urge`
        const beside = others.map(({ record: { ledger, id }, duty }) => ({ ledger, id, duty: duty.id }))
        const body = { duty: first.duty.id, beside }
        const { sent, later = 0 } = await request<{ sent: number; later?: number }>(path, { method: 'POST', body })
        found.sent += sent
        found.later += later
      } catch (error) {
        found.failure = sentenceOf(error, common)
        if (!(error instanceof HttpError) || error.status !== 409) break
      }
    }
    return found
  }
  const items = late.reduce((sum, office) => sum + office.late.length, 0)
  return (
    <Dialog open onClose={going === null ? close : undefined} aria-labelledby="urge-many" fullWidth maxWidth="md">
      <DialogTitle id="urge-many">{words.title}</DialogTitle>
      <DialogContent>
        <Typography role="status" sx={{ mb: 3, fontWeight: mails === null ? 400 : 600 }}>
          {going !== null
            ? words.going(going, late.length)
            : mails === null
              ? words.intro(late.length, items)
              : words.done(late.length, mails)}
        </Typography>
        {late.map((office) => {
          const done = told[keyOf(office)]
          return (
            <Box key={keyOf(office)} component="section" sx={{ borderTop: 1, borderColor: 'divider', py: 2.5 }}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'baseline' }}>
                <strong>{`${name(office)} ${common.common.items(String(office.late.length))}`}</strong>
                <InlineButton onClick={() => void copy(textOf(office))}>{common.record.copyUrge}</InlineButton>
                {done && (
                  <Box component="span" sx={{ color: done.failed ? 'error.main' : 'text.secondary' }}>
                    {done.text}
                  </Box>
                )}
              </Box>
              <Box component="blockquote" sx={{ m: 0, mt: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: 'text.secondary' }}>
                {textOf(office)}
              </Box>
            </Box>
          )
        })}
      </DialogContent>
      {going !== null && <LinearProgress variant="determinate" value={(100 * going) / late.length} aria-label={words.title} />}
      <DialogActions>
        <Button variant="text" onClick={() => void copy(late.map(textOf).join('\n\n'))}>
          {words.copyAll}
        </Button>
        <Button onClick={close} disabled={going !== null}>
          {mails === null ? common.common.cancel : common.common.close}
        </Button>
        {mails === null && (
          <Button variant="contained" disabled={going !== null} onClick={() => void send()}>
            {words.go(late.length)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

/** So many items at most go into one mail. */
const STACK = 50
const inStacks = (items: Late[]): Late[][] =>
  Array.from({ length: Math.ceil(items.length / STACK) }, (_, at) => items.slice(at * STACK, (at + 1) * STACK))

const keyOf = ({ holder: { kind, id, desk = '' } }: LateOffice) => `${kind}:${id}:${desk}`
