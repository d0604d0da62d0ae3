import { expect } from 'vitest'
import type { Foreseen } from '../../../functions/mail/forecast.ts'
import { peopleAt, silenced } from '../../../functions/mail/recipients.ts'
import { survey } from '../../../functions/mail/survey.ts'
import { type Letter, readLetters } from '../../../functions/store/letters.ts'
import { noticesOfLetter } from '../../../functions/store/notice-pages.ts'
import { listPeople } from '../../../functions/store/people.ts'
import { readProof } from '../../../functions/store/proofs.ts'
import { saidKey } from '../../../functions/store/said.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { addWorkdays, workdaysBetween } from '../../../shared/deadline/calendar.ts'

/** Whether a letter may have been refused for good on that day, and what came into the inbox on it. */
export type Seen = { refused: boolean; inbox: string[] }

/** That what was foreseen of a day, letters, delivery log, inbox and proof say the same, to the last mail. Answers how many mails may have gone twice. */
export async function agree(day: string, foreseen: Foreseen[], { refused, inbox }: Seen, said: string): Promise<number> {
  const people = await listPeople('system')
  const letters = (
    await readLetters(
      systemScope(),
      people.map(({ id }) => ({ person: id, on: day })),
    )
  ).filter((letter) => letter !== null)
  const sent = letters.filter(({ state }) => state === 'sent')
  const missing = letters.filter(({ state }) => state !== 'sent')
  expect(missing.map(({ state, reason }) => [state, reason]).slice(refused ? 1 : 0), said).toEqual([])

  const expected = Map.groupBy(foreseen, ({ reader }) => reader.id)
  expect(letters.map(({ person }) => person).sort(), said).toEqual([...expected.keys()].sort())
  for (const { person } of sent) {
    const log = (await noticesOfLetter(systemScope(), person, day)).map(({ record, rule, dueOn }) => named({ record, rule, dueOn }))
    expect(log.sort(), `${said}, ${person}`).toEqual((expected.get(person) ?? []).map(named).sort())
  }

  const again = inInbox(sent, expected, inbox, said)
  const proof = await readProof(day)
  expect(proof, said).toMatchObject({ mails: sent.length, planned: 0, doubtful: again.length })
  const kinds = new Set(proof?.faults.map(({ kind }) => kind))
  expect(
    [...kinds].filter((kind) => !['noPerson', 'bounced', ...(refused ? ['refused'] : [])].includes(kind)),
    said,
  ).toEqual([])
  return again.length
}

/** One mail for each letter, and a second one only where the log says that it may be. */
function inInbox(sent: Letter[], expected: Map<string, Foreseen[]>, inbox: string[], said: string): Letter[] {
  const again = sent.filter((letter) => letter.again)
  const addresses = (letters: Letter[]) => letters.map(({ person }) => expected.get(person)?.[0]?.reader.email ?? '')
  const count = (all: string[], to: string) => all.filter((each) => each === to).length
  for (const to of new Set([...inbox, ...addresses(sent)])) {
    const [least, more] = [count(addresses(sent), to), count(addresses(again), to)]
    const got = count(inbox, to)
    expect(got >= least && got <= least + more, `${said}: ${to} got ${got} mails for ${least} letters, ${more} of them doubtful`).toBe(true)
  }
  return again
}

const named = ({ record, rule, dueOn }: { record: { ledger: string; id: string }; rule: string; dueOn?: string | null | undefined }) =>
  `${record.ledger}#${record.id} ${rule} ${dueOn ?? ''}`

/**
 * That whoever is late hears of it every third working day, worked out from nothing but the day itself: of every duty that is overdue and not held, whoever
 * handles it has heard since the last of those days.
 */
export async function heard(day: string, said: string): Promise<number> {
  const { world, people, open, said: all } = await survey(day)
  let count = 0
  for (const { ledger, record, duty, held } of open) {
    const late = workdaysBetween(world.calendar, duty.dueOn, day)
    const since = addWorkdays(world.calendar, duty.dueOn, 1 + 3 * Math.floor((late - 1) / 3))
    const armed = duty.why.extensions.at(-1)?.on ?? duty.openedOn
    if (held || late < 1 || armed >= since || Array.isArray(ledger.duties[duty.key]?.reminders)) continue
    const name = saidKey({ ledger: ledger.key, record: record.id, duty: duty.id, dueOn: duty.dueOn })
    for (const person of peopleAt(duty.holder, people)) {
      if (silenced(person)) continue
      count += 1
      const on = all.get(person.id)?.get(name)?.on ?? 'never'
      expect(on >= since && on !== 'never', `${said}: ${person.id} heard of ${name} ${on}, not since ${since}`).toBe(true)
    }
  }
  return count
}
