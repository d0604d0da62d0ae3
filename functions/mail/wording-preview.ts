import { addDays } from '../../shared/deadline/calendar.ts'
import type { Lang } from '../../shared/names.ts'
import type { Wording } from '../../shared/wording.ts'
import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { owingUntil } from '../store/duties.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { world as loadWorld } from '../world.ts'
import { digest, list } from './digest.ts'
import { houseOf } from './house.ts'
import { letter } from './letter.tsx'
import { plainLinks } from './links.ts'
import { officeName, owed } from './owed.ts'
import { inOwnWords, ownWords } from './wording.ts'

/** So many records are looked at for one that suits the rule. */
const LOOK = 100

/** What happens to an item without giving its reader a duty: the mail names none. */
const dutiless = ['returned', 'cancelled', 'decided', 'undone', 'next']

/** How a mail with this wording reads, about a real item that the rule could speak of; null when nothing is open. */
export async function previewWording(
  rule: string,
  wording: Wording,
  { today }: Clock,
  { name, lang }: { name: string; lang: Lang },
): Promise<{ subject: string; text: string } | null> {
  const refs = []
  for await (const ref of owingUntil(systemScope(), addDays(today, 400))) if (refs.push(ref) >= LOOK) break
  const [records, defined, world] = await Promise.all([readMany(systemScope(), refs), definitions(systemScope()), loadWorld()])
  const open = records.flatMap((record) => {
    const ledger = defined.find((each) => each.ledger.key === record.ledger)?.ledger
    return ledger
      ? record.duties.flatMap((duty) => (duty.state === 'open' && duty.dueOn ? [{ ledger, record, duty, dueOn: duty.dueOn }] : []))
      : []
  })
  const found = open.find(({ dueOn }) => dueOn < today === rule.startsWith('T+')) ?? open[0]
  if (!found) return null
  const { ledger, record, duty } = found
  const [bare, own, office] = [owed(ledger, record, duty), { [rule]: wording }, officeName(world, duty.holder)]
  const item = dutiless.includes(rule)
    ? { ...bare, ...ownWords(rule, own, { record: bare.record, office }) }
    : inOwnWords(bare, rule, own, today, office)
  const none = list([], today)
  const { subject, text } = letter(
    digest({ kind: 'digest', lang, house: houseOf(world), name, on: today, own: list([item], today), copies: none }, plainLinks()),
  )
  return { subject, text }
}
