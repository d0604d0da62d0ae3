import { amountOf } from '../../shared/deadline/deadline.ts'
import { lengthWords } from '../../shared/deadline/why.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { namingField } from '../../shared/heading.ts'
import { nearest } from '../../shared/importing/nearest.ts'
import type { ImportRow, RowFault } from '../../shared/importing/read-rows.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { Scope } from '../../shared/scope.ts'
import {
  beyondMost,
  homeStandsIn,
  inRow,
  lacksDay,
  notFiled,
  notFollowed,
  ownStandsIn,
  resembles,
  reversed,
  saysState,
  standsIn,
} from '../../shared/words/doubts.ts'
import type { World } from '../../shared/world.ts'
import { definitions } from '../catalogue.ts'
import { filedDeputies } from '../register.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Checked, PlannedRow } from './check.ts'
import type { SaidState } from './said-states.ts'
import { type Twin, twinsOf } from './twins.ts'

/** So many rows or names are told one by one. */
const MOST = 20

/** What an import would do that its sender may not mean, each thing once, at the first row of it: nothing of it stops the import. */
export async function doubtsOf(
  ledger: Ledger,
  { plan: { rows }, states, days, beyond, undated, ahead }: Checked,
  scope: Scope,
  today: string,
  world: World,
): Promise<RowFault[]> {
  return [
    ...untitled(ledger, rows),
    ...ledHome(ledger, rows, world),
    ...atHome(rows, world),
    ...otherStates(ledger, states),
    ...disordered(ledger, days),
    ...tooFar(ledger, beyond),
    ...withoutDay(ledger, undated),
    ...farAhead(ahead),
    ...twice(ledger, await twinsOf(ledger, rows, scope)),
    ...(await strangers(ledger, rows, scope, today, world)),
  ]
}

/** New pieces that look like one that stands there, or like an earlier row. */
function twice(ledger: Ledger, twins: Twin[]): RowFault[] {
  const like = ({ row, like }: Twin): Label =>
    typeof like === 'string' ? { zh: ` ${like} `.trimEnd(), en: like } : inRow(like.row, like.sheet === row.sheet ? '' : like.sheet)
  return [...Map.groupBy(twins, (twin) => typeof twin.like).values()].flatMap((same) =>
    doubt(
      same.map((twin) => ({ ...twin.row, twin })),
      namingField(ledger) ?? 'number',
      (some) => {
        const pairs = some.slice(0, MOST).map(({ row, twin }) => ({ row, like: like(twin) }))
        return resembles(pairs, some.length, typeof some[0]?.twin.like === 'string')
      },
    ),
  )
}

/** Days that cannot be in that order, as a deadline before the assignment. */
function disordered(ledger: Ledger, days: Checked['days']): RowFault[] {
  return [...Map.groupBy(days, ({ order: { earlier, later } }) => `${earlier} ${later}`).values()].flatMap((same) => {
    const { earlier = '', later = '' } = same[0]?.order ?? {}
    return doubt(
      same.map(({ row }) => row),
      later,
      (some) => reversed(labelOf(ledger, later), labelOf(ledger, earlier), some.length, firstOf(some)),
    )
  })
}

/** Days beyond what a duty allows at most. */
function tooFar(ledger: Ledger, all: Checked['beyond']): RowFault[] {
  return [...Map.groupBy(all, ({ beyond: { duty, due } }) => `${duty} ${due}`).values()].flatMap((same) => {
    const { duty = '', due = '', opened = '' } = same[0]?.beyond ?? {}
    const { cap, basis } = ledger.duties[duty] ?? {}
    const most = cap && amountOf(cap)
    return doubt(
      same.map(({ row }) => row),
      due,
      (some) =>
        beyondMost(labelOf(ledger, due), labelOf(ledger, opened), most ? lengthWords(most) : undefined, basis, some.length, firstOf(some)),
    )
  })
}

/** Items of which a row tells what came, and not on which day: they go on. */
function withoutDay(ledger: Ledger, all: Checked['undated']): RowFault[] {
  return [...Map.groupBy(all, ({ needed: { field, day }, state }) => `${field} ${day} ${state}`).values()].flatMap((same) => {
    const {
      needed: { field, day },
      state,
    } = same[0] ?? { needed: { field: '', day: '' }, state: '' }
    const stands = labelled(ledger.states[state]?.label, state)
    return doubt(
      same.map(({ row }) => row),
      field,
      (some) => lacksDay(labelOf(ledger, field), labelOf(ledger, day), stands, some.length, firstOf(some)),
    )
  })
}

/** Numbers far beyond all others, which the next new ones do not follow. */
function farAhead(ahead: Checked['ahead']): RowFault[] {
  return [...Map.groupBy(ahead, ({ after }) => after)].flatMap(([after, same]) =>
    doubt(
      same.map(({ row, number }) => ({ ...row, own: number })),
      'number',
      (some) =>
        notFollowed(
          some.map(({ own }) => own),
          after,
        ),
    ),
  )
}

/** Items that stand elsewhere than their rows say, or where they say against their days. */
function otherStates(ledger: Ledger, said: SaidState[]): RowFault[] {
  return [
    ...Map.groupBy(said, ({ said: state, now, by, how }) =>
      JSON.stringify([state, now, how, ...(how === 'facts' || how === 'taken' ? [by] : [])]),
    ).values(),
  ].flatMap((same) =>
    doubt(
      same.map(({ row }) => row),
      'state',
      (some) => {
        const [{ text, now, by, how } = { text: '', now: '', by: { has: [], lacks: [] }, how: 'facts' as const }] = same
        const columns = { has: by.has.map((key) => labelOf(ledger, key)), lacks: by.lacks.map((key) => labelOf(ledger, key)) }
        return saysState(text, labelled(ledger.states[now]?.label, now), columns, how, some.length, firstOf(some))
      },
    ),
  )
}

/** Items without a title, for which the first words of another field stand in. */
function untitled(ledger: Ledger, rows: PlannedRow[]): RowFault[] {
  const { field = '', from = '' } = ledger.import?.titled ?? {}
  const own = rows.filter(({ fresh, data }) => fresh && !data[field] && typeof data[from] === 'string')
  return doubt(own, field, (some) => standsIn(labelOf(ledger, field), labelOf(ledger, from), some.length, firstOf(some)))
}

/** Items without a township, for which that of whoever leads stands in. */
function ledHome(ledger: Ledger, rows: PlannedRow[], world: World): RowFault[] {
  const own = Map.groupBy(
    rows.filter(({ fresh, led }) => fresh && led !== undefined),
    ({ led = '' }) => led,
  )
  return [...own].flatMap(([path, some]) =>
    doubt(some, path, (each) => homeStandsIn(labelOf(ledger, path), each.length, homes(each.slice(0, MOST), world))),
  )
}

/** Rows by their townships, in the order of the first of each. */
function homes(rows: PlannedRow[], world: World): { name: Label; rows: number[] }[] {
  return [...Map.groupBy(rows, ({ township }) => township ?? '')].map(([id, own]) => ({
    name: townshipName(id, world),
    rows: own.map(({ row }) => row),
  }))
}

/** New items of a township's own file that say no township. */
function atHome(rows: PlannedRow[], world: World): RowFault[] {
  const own = rows.filter((row) => row.fresh && row.own)
  return doubt(own, 'township', (some) => ownStandsIn(townshipName(some[0]?.township ?? '', world), some.length))
}

const townshipName = (id: string, { offices }: World): Label =>
  labelled(offices.find((office) => office.kind === 'township' && office.id === id)?.name, id)

/** Names of deputies that neither a file nor an account bears, once there are files: a name that is written wrongly is nobody’s suggestion. */
async function strangers(ledger: Ledger, rows: PlannedRow[], scope: Scope, today: string, world: World): Promise<RowFault[]> {
  const fields = Object.entries(ledger.fields).flatMap(([key, { kind }]) => (kind === 'deputies' && key !== ledger.register ? [key] : []))
  const namedIn = ({ data }: ImportRow, key: string): string[] => (Array.isArray(data[key]) ? (data[key] as string[]) : [])
  if (!rows.some((row) => fields.some((key) => namedIn(row, key).length > 0))) return []
  // Who is a deputy is public: one of another township signs too.
  const ledgers = (await definitions(scope)).map((one) => one.ledger)
  const filed = await filedDeputies(systemScope(), ledgers, today)
  if (filed.length === 0) return []
  const seats = world.offices.filter(({ kind }) => kind === 'deputy').map(({ name }) => name.zh)
  const known = new Set([...seats, ...filed.map(({ name }) => name)])
  return fields.flatMap((key) => {
    const own = rows.filter((row) => namedIn(row, key).some((name) => !known.has(name)))
    return doubt(own, key, (some) => {
      const names = [...new Set(some.flatMap((row) => namedIn(row, key).filter((name) => !known.has(name))))]
      const told = names.slice(0, MOST).map((name) => ({
        name,
        rows: firstOf(some.filter((row) => namedIn(row, key).includes(name))),
        near: nearest(
          name,
          [...known].map((each) => ({ name: each, word: each })),
        ),
      }))
      return notFiled(told, names.length)
    })
  })
}

type Place = Pick<ImportRow, 'row' | 'sheet'>
/** Told once for each tab, at its first row. */
function doubt<T extends Place>(rows: T[], path: string, say: (own: T[]) => Label): RowFault[] {
  return [...Map.groupBy(rows, ({ sheet }) => sheet)].map(([sheet, some]) => {
    const own = some.sort((one, other) => one.row - other.row)
    return { row: own[0]?.row ?? 1, path, message: say(own), rows: own.length, ...(sheet ? { sheet } : {}) }
  })
}

const firstOf = (rows: Place[]): number[] => rows.slice(0, MOST).map(({ row }) => row)
const labelOf = ({ fields }: Ledger, key: string): Label => labelled(fields[key]?.label, key)
