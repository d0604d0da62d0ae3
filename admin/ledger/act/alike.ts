import { useMemo } from 'react'
import { deskFields } from '../../../shared/definition/desk-fields.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { optionsOf } from '../../../shared/definition/options.ts'
import { standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Label, Lang } from '../../../shared/names.ts'
import { asPath, useAsked } from '../../api.ts'
import type { Shown } from '../../data.ts'
import type { Before } from '../../fields/before.ts'

const KEPT = 3
const READ = 10

/**
 * The choice by which items of a ledger are alike: of those that its report groups by, else its list filters, the one that tells most kinds apart, as a
 * category does and a source does not. Who is in charge makes nothing alike.
 */
export function alikeBy(ledger: Ledger): string | undefined {
  const desks = deskFields(ledger)
  const kinds = (key: string) => Object.keys(optionsOf(ledger.fields[key], ledger.fields) ?? {}).length
  const choices = (keys: string[] = []) => keys.filter((key) => ledger.fields[key]?.kind === 'choice' && !desks.includes(key))
  const [first] = [ledger.report?.by, ledger.list.filters].map(choices).filter(({ length }) => length > 0)
  return first?.sort((a, b) => kinds(b) - kinds(a))[0]
}

/** The choice that makes an item alike to others, and what it is called; nothing where none was made, or one that the ledger no longer offers. */
export function kindOf(ledger: Ledger, values: Record<string, unknown>): { by: string; value: string; called: Label } | undefined {
  const by = alikeBy(ledger)
  const value = by === undefined ? undefined : values[by]
  const options = optionsOf(ledger.fields[by ?? ''], ledger.fields) ?? {}
  const called = typeof value === 'string' && Object.hasOwn(options, value) ? options[value] : undefined
  return by !== undefined && called ? { by, value: String(value), called } : undefined
}

/** The offices that have had this item by that field and have it no more, since they refused it or it was taken from them; by the events that stand. */
export function refusedBy(events: Pick<LedgerEvent, 'changes'>[], name: string): string[] {
  return events.flatMap(({ changes }) => {
    const { old, new: now } = changes[name] ?? {}
    const left = [now ?? []].flat()
    return [old ?? []].flat().filter((each): each is string => typeof each === 'string' && !left.includes(each))
  })
}

/**
 * The offices that stand in a field of the last three items that have it, each once, newest first; the item at hand does not count, nor an office that has
 * had it (`gone`).
 */
export function lastOffices(records: Pick<Shown, 'id' | 'data'>[], name: string, except: string, gone: string[] = []): string[] {
  const filled = records.filter(({ id }) => id !== except).map(({ data }) => [data[name] ?? []].flat())
  const offices = filled.filter((each) => each.length > 0).slice(0, KEPT)
  return [...new Set(offices.flat().filter((each): each is string => typeof each === 'string' && !gone.includes(each)))].slice(0, KEPT)
}

/** Tells for each field of offices who had the latest items that are alike. Asks once, and only when the act asks for an office. */
export function useAlike(
  ledger: Ledger,
  record: Shown,
  asks: { key: string }[],
  values: Record<string, unknown>,
  lang: Lang,
  events: LedgerEvent[] | undefined,
): Before {
  const kind = kindOf(ledger, { ...record.data, ...values })
  const offices = asks.some(({ key }) => ['office', 'offices'].includes(ledger.fields[key]?.kind ?? ''))
  const { data } = useAsked<{ data: Shown[] }>(
    offices && kind ? asPath(`/records/${ledger.key}`, { where: `${kind.by}:${kind.value}`, limit: String(READ) }) : null,
    { staleTime: 60_000 },
  )
  const like = kind?.called[lang] ?? ''
  const known = kind && data?.data
  return useMemo(
    () => ({ of: (name) => lastOffices(known ?? [], name, record.id, refusedBy(standingEvents(events ?? []), name)), like }),
    [known, record.id, like, events],
  )
}
