import { expect, test } from 'vitest'
import { preview } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { handler as notify } from '../../functions/notify.ts'
import { handler as remind } from '../../functions/remind.ts'
import { noticesOfLetter } from '../../functions/store/notice-pages.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { addWorkdays, calendar } from '../../shared/deadline/calendar.ts'
import { rungOf } from '../../shared/deadline/reminders.ts'
import { partsHere } from '../parts-here.ts'
import { along, assigned, colleague, county, deputy, mails, streamed } from './mail-county.ts'
import { agree } from './year/checks.ts'

const parts = partsHere()

test('after 20 missed days each person gets one mail, in which what was missed stands once; forecast, preview, log, inbox and proof agree', async () => {
  await county(parts)
  await colleague('vice', 'water', ['leader'])
  await deputy('deputy1', '张桂兰')
  const taken = await Promise.all(
    ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'].map(async (day, at) => {
      const lead = ['water', 'urban', 'housing', 'water'][at] as string
      return along(await assigned(day, lead), day, [lead, 'accept'])
    }),
  )
  const last = '2026-05-25'
  await remind({ date: last })
  // The clock stands still for a month, and the offices go on.
  const [first, , , fourth] = taken as [(typeof taken)[0], (typeof taken)[0], (typeof taken)[0], (typeof taken)[0]]
  const answered = await along(first, '2026-06-10', ['water', 'answer', { reply: '已列入计划。', result: 'A' }])
  await notify(streamed(answered, answered.events.slice(-1)))
  await along(fourth, '2026-06-22', ['water', 'askExtension', { reason: '还在施工' }])

  const day = addWorkdays(calendar(), last, 21)
  const before = (await mails(parts)).length
  const { foreseen } = await foresee(day, day)
  const shown = (await preview(day, new Date())).mailings
  expect(shown.map(({ reader }) => reader.id).sort()).toEqual([...new Set(foreseen.map(({ reader }) => reader.id))].sort())
  const people = shown.length
  expect(await remind({ date: day })).toEqual({ date: day, planned: people, sent: people, skipped: 0, failed: 0 })
  const inbox = (await mails(parts)).slice(before).flatMap(({ destination }) => destination.to)
  expect(new Set(inbox).size).toBe(inbox.length)
  expect(await agree(day, foreseen, { refused: false, inbox }, day)).toBe(0)

  // What was missed stands once, at its latest rung, for everybody whom a rung of those days names; what is done is not spoken of.
  const said = (await Promise.all(shown.map(({ reader }) => noticesOfLetter(systemScope(), reader.id, day)))).flat()
  const lines = said.filter(({ rule }) => rule.startsWith('T')).map(({ person, record, duty }) => `${person} ${record.id} ${duty}`)
  expect(new Set(lines).size).toBe(lines.length)
  const urban = said.filter(({ record, rule }) => record.id === taken[1]?.record.id && rule.startsWith('T'))
  expect(urban.map(({ person, rule }) => [person, rungOf(rule)]).sort()).toEqual([
    ['p-county', 'T+10w'],
    ['p-leader', 'T+10w'],
    ['p-urban', 'T+10w'],
    ['p-xinan', 'T+10w'],
  ])
  expect(
    said.filter(({ record, duty, rule }) => record.id === first.record.id && rule.startsWith('T') && duty?.startsWith('reply')),
  ).toEqual([])
  expect(said.filter(({ record, rule }) => record.id === fourth.record.id && /^T\+[1-9]/.test(rule))).toEqual([])
  expect(said.filter(({ rule }) => rule === 'progress').map(({ person }) => person)).toEqual(['p-deputy1'])

  // It has caught up: nothing more today, and tomorrow only what is tomorrow's.
  expect((await remind({ date: day })).sent).toBe(0)
  const next = addWorkdays(calendar(), day, 1)
  const ahead = new Set((await foresee(next, next)).foreseen.map(({ reader }) => reader.id))
  expect((await remind({ date: next })).sent).toBe(ahead.size)
})
