import { readLetters, settled } from '../store/letters.ts'
import { type Notice, readNotices } from '../store/notices.ts'
import { type Fault, type Proof, readProof } from '../store/proofs.ts'
import { systemScope } from '../store/system-scope.ts'
import { idOfSaying } from './digests.ts'
import { dueToday, type Saying } from './due-today.ts'
import { officeName } from './office-name.ts'
import { officeToken } from './recipients.ts'

type Outcome = 'sent' | 'planned' | 'suppressed'

/**
 * Draws up the proof of a day. What has to be said is worked out anew from the duties, as they stand after the run; what became of it is read in the
 * delivery log: neither leans on what the run believes to have done. Once the letters of a later day have gone out, what had to be said on this one is no
 * longer known, and a proof that left nothing open is answered as it stands.
 */
export async function prove(date: string, now: Date): Promise<Proof> {
  const scope = systemScope()
  const { sayings, world, people, overtaken } = await dueToday(date, 'morning')
  const stands = overtaken ? await readProof(date) : null
  if (stands?.planned === 0) return stands
  const notices = await settled(
    scope,
    (
      await readNotices(
        scope,
        sayings.map((saying) => idOfSaying(saying, date)),
      )
    ).map((notice) => notice ?? nothing),
  )
  const letters = await readLetters(
    scope,
    people.map(({ id }) => ({ person: id, on: date })),
  )
  // Whoever has had his mail of the day, or whose mail is being sent, hears the rest with his next one, or has by now.
  const waits = new Set(letters.flatMap((letter) => (letter && letter.state !== 'failed' ? [letter.person] : [])))
  const counts = { sent: 0, planned: 0, suppressed: 0 }
  const faults = new Map<string, Fault>()
  for (const [at, saying] of sayings.entries()) {
    const { outcome, kind } = judged(notices[at] as Notice, saying, date, waits)
    counts[outcome] += 1
    if (!kind) continue
    const office = officeToken(saying.office)
    const to = saying.reader?.email ?? officeName(world, saying.office).zh
    const name = `${kind}#${office}#${to}#${saying.instead ?? ''}`
    const post = saying.instead ? { post: saying.instead } : {}
    faults.set(name, { kind, office, to, ...post, reminders: (faults.get(name)?.reminders ?? 0) + 1 })
  }
  return {
    date,
    at: now.toISOString(),
    duties: new Set(sayings.map(({ ledger, record, duty }) => `${ledger.key}#${record.id}#${duty.id}`)).size,
    ...counts,
    mails: letters.filter((letter) => letter?.state === 'sent').length,
    doubtful: letters.filter((letter) => letter?.state === 'sent' && letter.again).length,
    faults: [...faults.values()],
  }
}

const nothing = { id: '', letter: '' } as unknown as Notice

function judged(notice: Notice, saying: Saying, date: string, waits: Set<string>): { outcome: Outcome; kind?: Fault['kind'] } {
  const { id, on, state, reason } = notice
  if (id === '' || on !== date) {
    const later = saying.later || (saying.reader !== undefined && waits.has(saying.reader.id))
    return later ? { outcome: 'planned' } : { outcome: 'planned', kind: 'lost' }
  }
  if (state === 'sent') return { outcome: 'sent' }
  if (state === 'suppressed' || reason === 'refused') return { outcome: 'suppressed', ...(reason ? { kind: reason } : {}) }
  return { outcome: 'planned', ...(reason ? { kind: reason } : {}) }
}
