import { shanghaiDay, writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { saidBefore, valueTold } from '../../shared/engine/once.ts'
import { standingEvents } from '../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { heading } from '../../shared/heading.ts'
import { isDay, type Label, type Lang, labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Fault, type Refusal, refuseInput } from '../../shared/refusal.ts'
import { type Scope, sees } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { holdersOf } from '../store/once.ts'
import { readWhole } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { load, name, type Work } from './work.ts'

/**
 * Refuses what is entered a second time and may stand once, naming the first: a record whose `once` fields another one holds, or a step that said the same
 * before. What races is caught by the claim's item in the transaction, and refused here when it is judged anew.
 */
export async function onceOnly(work: Work, ledger: Ledger, before: LedgerRecord | undefined, moved: Moved): Promise<Refusal | null> {
  const { record, event } = moved
  const first = record.once === undefined || record.once === before?.once ? null : await holder(work, record)
  if (first)
    return refuseInput([onceFault(ledger, first, work.scope, work.world, ['create', 'edit'].includes(event.transition) ? 'data' : 'given')])
  const earlier = before && ledger.transitions[event.transition]?.once ? standingEvents(await eventsOf(work, before)) : []
  const said = saidBefore(ledger, event, earlier)
  return said ? refuseInput([stepFault(ledger, said)]) : null
}

/** The same for a record that a step of `parent` is to create beside these others; what the step frees is free for it. */
export async function enteredTwice(
  work: Work,
  ledger: Ledger,
  { record }: Moved,
  parent: LedgerRecord,
  beside: { moved: Moved }[],
): Promise<Refusal | null> {
  if (record.once === undefined) return null
  const near = [parent, ...beside.map(({ moved }) => moved.record)].filter((other) => other.ledger === record.ledger)
  const held = near.find(({ once }) => once === record.once) ?? (await holder(work, record))
  const first = near.find(({ id }) => id === held?.id) ?? held
  return first?.once === record.once ? refuseInput([onceFault(ledger, first, work.scope, work.world, 'data')]) : null
}

/** One fault: what is the same, and in which record it stands, as far as the scope may know. */
export function onceFault(ledger: Ledger, first: LedgerRecord, scope: Scope, world: World, path: string): Fault {
  const once = ledger.once ?? []
  const labels = once.map((key) => labelled(ledger.fields[key]?.label, key))
  const what = { zh: labels.map(({ zh }) => `“${zh}”`).join('、'), en: labels.map(({ en }) => `“${en}”`).join(', ') }
  const place = { path: `${path}.${once.at(-1) ?? ''}`, code: 'once' as const }
  if (!sees(scope, first.readers)) {
    const zh = `${what.zh}相同的只登记一次，别的单位已经登记了一件。请问县人大办公室。`
    const en = `Of the same ${what.en} only one is entered, and another office has entered it. Ask the county office.`
    return { ...place, message: { zh, en } }
  }
  const office = world.offices.find(({ kind, id }) => kind === 'township' && id === first.township)?.name
  const title = [first.number, heading(ledger, first)].filter(Boolean).join(' ')
  const { name: by } = first.createdBy
  // What is born in this very step has no instant yet.
  const on = first.createdAt && shanghaiDay(first.createdAt)
  const zh = `${what.zh}相同的只登记一次，已经有了：${title}（${[office?.zh, by, on].filter(Boolean).join('，')}）。那一件登记错了的，先撤销它。`
  const en = `Of the same ${what.en} only one is entered, and it is there: ${title} (${[office?.en, by, on].filter(Boolean).join(', ')}). If that one is wrong, take it back first.`
  return { ...place, message: { zh, en } }
}

function stepFault(ledger: Ledger, first: LedgerEvent): Fault {
  const [key = ''] = ledger.transitions[first.transition]?.once ?? []
  const step = ledger.transitions[first.transition]?.label
  const told = valueTold(first, key)
  const said = (lang: Lang) => (isDay(told) ? writeDay(told, lang, { weekday: false }) : String(told ?? ''))
  const message: Label = {
    zh: `“${step?.zh}”已经登记过“${said('zh')}”（${first.by.name}，${writeDay(first.on, 'zh', { weekday: false })}），同一件事只登记一次。`,
    en: `“${step?.en}” has been entered for “${said('en')}” already (${first.by.name}, ${writeDay(first.on, 'en', { weekday: false })}); the same thing is entered once.`,
  }
  return { path: `given.${key}`, code: 'once', message }
}

/** The other record that holds what this one claims, in this work or in the table; null when nobody does, or gives it up in this work. */
export async function holder(work: Work, record: LedgerRecord): Promise<LedgerRecord | null> {
  const { ledger, id, once = '' } = record
  const born = [...work.changes.values()].find(({ after }) => after.ledger === ledger && after.id !== id && after.once === once)
  if (born) return born.after
  const [ref] = await holdersOf(work.scope, ledger, [once])
  const first = ref && ref.id !== id ? await load(work, ref) : null
  return first?.once === once ? first : null
}

async function eventsOf(work: Work, record: LedgerRecord): Promise<LedgerEvent[]> {
  const whole = await readWhole(systemScope(), record.ledger, record.id)
  return [...(whole?.events ?? []), ...(work.changes.get(name(record))?.events ?? [])]
}
