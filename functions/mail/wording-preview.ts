import { addDays } from '../../shared/deadline/calendar.ts'
import { takenByPeople } from '../../shared/definition/attachments.ts'
import type { Ledger, Transition } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { spokenOf } from '../../shared/spoken.ts'
import type { Wording } from '../../shared/wording.ts'
import { newsWords, urges } from '../../shared/words/news.ts'
import { type Cause, ruleWords } from '../../shared/words/rule.ts'
import { did } from '../../shared/words/sentence.ts'
import { catalogue } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { owingUntil } from '../store/duties.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { world as loadWorld } from '../world.ts'
import { digest, list } from './digest.ts'
import { houseOf } from './house.ts'
import { letter } from './letter.tsx'
import { plainLinks } from './links.ts'
import { news } from './news.ts'
import { officeName } from './office-name.ts'
import { owed } from './owed.ts'
import { inWholes } from './whole.ts'
import { inOwnWords, ownWords } from './wording.ts'

/** So many records are looked at for one that suits the rule. */
const LOOK = 100

/** What happens to an item without giving its reader a duty: the mail names none. */
const dutiless = ['returned', 'cancelled', 'undone']

/**
 * How the mail in which this wording stands reads, about a real item that the rule could speak of: the day's letter for a rung, for what happens the
 * one about that; null when nothing is open.
 */
export async function previewWording(
  rule: string,
  wording: Wording,
  { today }: Clock,
  { name, lang }: { name: string; lang: Lang },
): Promise<{ subject: string; text: string } | null> {
  const refs = []
  for await (const ref of owingUntil(systemScope(), addDays(today, 400))) if (refs.push(ref) >= LOOK) break
  const [read, defined, world] = await Promise.all([readMany(systemScope(), refs), catalogue(systemScope()), loadWorld()])
  const records = await inWholes(read)
  const open = records.flatMap((record) => {
    const ledger = defined.get(record.ledger)?.ledger
    return ledger
      ? record.duties.flatMap((duty) => (duty.state === 'open' && duty.dueOn ? [{ ledger, record, duty, dueOn: duty.dueOn }] : []))
      : []
  })
  const late = rule.startsWith('T+') || rule === 'urge'
  const found = open.find(({ dueOn }) => dueOn < today === late) ?? open[0]
  if (!found) return null
  const { ledger, record, duty } = found
  const [bare, own, office] = [owed(ledger, record, duty), { [rule]: wording }, officeName(world, duty.holder)]
  const spokenFor = ownWords(rule, own, { record: bare.record, office })
  const reader = { lang, house: houseOf(world), name, on: today }
  if (rule.startsWith('T')) {
    const item = inOwnWords(bare, rule, own, today, office)
    const { subject, text } = letter(digest({ kind: 'digest', ...reader, own: list([item], today), copies: list([], today) }, plainLinks()))
    return { subject, text }
  }
  const who = officeName(world, { kind: 'county', id: 'county' })
  const { subject, text } = letter(
    news(
      {
        kind: 'news',
        ...reader,
        ...happening(rule, found, who),
        record: bare.record,
        spoken: spokenOf(ledger),
        ...(dutiless.includes(rule)
          ? { items: [], ...(spokenFor ? { words: spokenFor } : {}) }
          : { items: [inOwnWords(bare, rule, own, today, office)] }),
      },
      plainLinks(),
    ),
  )
  return { subject, text }
}

/** What could have happened to an item so that the rule speaks of it. */
function happening(rule: string, { ledger, record, duty }: { ledger: Ledger; record: LedgerRecord; duty: Duty }, who: Label) {
  if (rule === 'urge') return { cause: 'urged' as const, who, step: newsWords.urged, did: did(who, newsWords.urged, urges) }
  const steps = Object.values(ledger.transitions).filter(takenByPeople)
  const opens = ({ opens = [] }: Transition) => opens.some((one) => (typeof one === 'string' ? one : one.duty) === duty.key)
  const moves = ({ moves = [] }: Transition) => moves.some((one) => one.duty === duty.key)
  const step = steps.find(rule === 'moved' ? moves : opens) ?? steps.find(({ to }) => to === record.state)
  return { cause: rule as Cause, who, step: step?.label ?? ruleWords(rule) }
}
