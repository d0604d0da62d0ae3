import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { refresh } from '../../../shared/engine/computed.ts'
import { create } from '../../../shared/engine/creation.ts'
import { edit } from '../../../shared/engine/edit.ts'
import { compact, type Moved } from '../../../shared/engine/moved.ts'
import { hiddenFields, readers } from '../../../shared/engine/readers.ts'
import { basicFields, editable, mayCreate, mayImport } from '../../../shared/engine/rights.ts'
import { withTitle } from '../../../shared/importing/arrival.ts'
import { judge } from '../../../shared/importing/judge.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import type { ImportRow } from '../../../shared/importing/read-rows.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Data, LedgerRecord, Value } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { type Scope, sees } from '../../../shared/scope.ts'
import { bailu, clerk, county, everybody, world, xinan } from '../../cast.ts'
import { type Arbitrary, fc, holds } from '../../property.ts'
import { samples } from '../../sample.ts'

const today = '2026-03-02'
const often = { runs: 600 }

/** Values that a cell can bring, two different ones at least wherever the field has two. */
function cellValues(ledger: Ledger, key: string): Value[] {
  const field = cellFields(ledger)[key]
  if (!field) return []
  const more = field.kind === 'text' ? ['别的文字'] : field.kind === 'names' || field.kind === 'deputies' ? [['李秀英']] : []
  return [...samples(field, today, '2026-03-03'), ...more] as Value[]
}

const row = (ledger: Ledger, keys: string[] = Object.keys(cellFields(ledger)), always: string[] = []): Arbitrary<Data> =>
  fc.record(
    Object.fromEntries(keys.filter((key) => cellFields(ledger)[key]).map((key) => [key, fc.constantFrom(...cellValues(ledger, key))])),
    { requiredKeys: always },
  )

/** What a form would ask, in full or nearly. */
const asked = (ledger: Ledger): Arbitrary<Data> => {
  const keys = basicFields(ledger).filter((key) => cellFields(ledger)[key])
  return row(
    ledger,
    keys,
    keys.filter((key) => ledger.fields[key]?.required),
  )
}

/** A record in any state, with any values: reachable or not, an import meets it. */
const record = (ledger: Ledger): Arbitrary<LedgerRecord> =>
  fc
    .record({
      state: fc.constantFrom(...Object.keys(ledger.states)),
      township: fc.constantFrom(
        ...(ledger.level === 'county' ? [null] : ledger.level === 'township' ? ['xinan', 'bailu'] : [null, 'xinan', 'bailu']),
      ),
      by: fc.constantFrom(...everybody.filter((scope) => !scope.system)),
      data: row(ledger),
    })
    .map(({ state, township, by, data }) => {
      const bare: LedgerRecord = {
        id: 'r1',
        ledger: ledger.key,
        number: '2026-0001',
        township,
        state,
        version: 3,
        year: 2026,
        createdAt: '2026-01-05T02:00:00.000Z',
        updatedAt: '2026-01-05T02:00:00.000Z',
        createdBy: { id: by.person, name: by.name, office: by.office },
        data,
        duties: [],
        took: {},
        head: '',
        readers: [],
      }
      const whole = { ...bare, data: compact(refresh(ledger, bare.data)) }
      return { ...whole, readers: readers(ledger, whole, world) }
    })

/** Built once: a case of each ledger, met by one of these callers. */
const everyCase = (callers: Scope[]) =>
  fc.oneof(
    ...ledgers.map((ledger) =>
      fc.record({
        key: fc.constant(ledger.key),
        scope: fc.constantFrom(...callers),
        stands: record(ledger),
        said: fc.oneof(row(ledger), asked(ledger)),
        other: row(ledger),
      }),
    ),
  )
/** Somebody of the county office at a desk that is not the one for registers. */
const desk: Scope = { ...clerk, person: 'p-desk', desks: ['personnel'] }
const byHand = everyCase([xinan, bailu, desk])
const byAll = everyCase([county, clerk, xinan, bailu])
function ledgerOf(key: string): Ledger {
  const ledger = ledgers.find((one) => one.key === key)
  if (!ledger) throw new Error(key)
  return ledger
}
/** Where the county puts what is new; a township's own is its own. */
const placeOf = (ledger: Ledger, scope: Scope): { township?: string } =>
  scope.office.kind === 'county' && ledger.level !== 'county' ? { township: 'xinan' } : {}
const rowOf = (scope: Scope, stands: LedgerRecord | undefined, data: Data, place: { township?: string } = {}): ImportRow => ({
  row: 2,
  number: '2026-0001',
  township: scope.office.kind === 'township' ? scope.office.id : (stands?.township ?? place.township ?? null),
  data,
})
const present = (scope: Scope, stands: LedgerRecord) => (sees(scope, stands.readers) ? { record: stands } : { hidden: true as const })
const isMoved = (outcome: ReturnType<typeof judge>): outcome is { moved: Moved } => outcome !== null && 'moved' in outcome
/** What a move leaves, without what tells by which door it came. */
const left = ({ record: { number: _, ...rest } }: Moved) => rest

describe('an import does nothing that its caller could not do by hand', () => {
  it('only the county and townships import, and only where they may create', () => {
    for (const ledger of ledgers)
      for (const scope of everybody) {
        const may = mayImport(ledger, scope)
        expect(may && !mayCreate(ledger, scope), `${ledger.key} ${scope.person}`).toBe(false)
        if (['unit', 'deputy'].includes(scope.office.kind) || scope.role === 'leader') expect(may).toBe(false)
      }
  })
  it('history comes in by the administrator, the desk for registers, and whoever sits at no desk', () => {
    const history = {
      row: 2,
      number: '2020-0001',
      township: 'xinan',
      data: { title: '修桥', body: '桥坏了。', lead: 'water', assignedOn: '2020-03-02' },
    }
    const seats: [Scope, boolean][] = [
      [county, true],
      [{ ...county, desks: ['personnel'] }, true],
      [clerk, true],
      [{ ...clerk, desks: ['personnel', 'registers'] }, true],
      [desk, false],
    ]
    for (const [scope, may] of seats) {
      const outcome = judge(ledgerOf('suggestions'), history, undefined, scope, today, world)
      expect([scope.desks, isMoved(outcome)]).toEqual([scope.desks, may])
      if (!may) expect(JSON.stringify(outcome)).toContain('由登记岗导入')
    }
  })
  it('a new row of a township, or of a desk without the right, is what its form would have created', async () => {
    let taken = 0
    await holds(
      [byHand],
      ({ key: name, scope, said }) => {
        const ledger = ledgerOf(name)
        const place = placeOf(ledger, scope)
        const outcome = judge(ledger, rowOf(scope, undefined, said, place), undefined, scope, today, world)
        if (!isMoved(outcome)) return
        taken += 1
        const made = create(ledger, { id: '', ...place, data: withTitle(ledger, said) }, scope, today, world)
        if (isRefusal(made)) throw new Error(`${made.sentence.en} ${JSON.stringify(made.faults)}`)
        expect(left(outcome.moved)).toEqual(left(made))
      },
      often,
    )
    expect(taken).toBeGreaterThan(50)
  })
  it('a changed row of a township, or of a desk without the right, is what its form would have changed', async () => {
    let taken = 0
    await holds(
      [byHand],
      ({ key: name, scope, stands, said }) => {
        const ledger = ledgerOf(name)
        fc.pre(sees(scope, stands.readers) && (scope === desk || stands.township === scope.office.id))
        const outcome = judge(ledger, rowOf(scope, stands, said), { record: stands }, scope, today, world)
        if (!isMoved(outcome)) return
        taken += 1
        const changed = Object.entries(outcome.moved.event.changes).filter(([key]) => ledger.fields[key]?.kind !== 'computed')
        const { now } = editable(ledger, stands, scope, world)
        expect(changed.map(([key]) => key).filter((key) => !now.includes(key))).toEqual([])
        const edited = edit(ledger, stands, Object.fromEntries(changed.map(([key, { new: value }]) => [key, value])), scope, today, world, {
          parent: 'unread',
        })
        if (isRefusal(edited)) throw new Error(`${edited.sentence.en} ${JSON.stringify(edited.faults)}`)
        expect(left(outcome.moved)).toEqual(left(edited))
      },
      often,
    )
    expect(taken).toBeGreaterThan(5)
  })
  it('what is hidden from the caller is not written, and says nothing of itself', async () => {
    let met = 0
    await holds(
      [byAll],
      ({ key: name, scope, stands, said, other }) => {
        const ledger = ledgerOf(name)
        const hidden = hiddenFields(ledger, stands, scope, world).filter((key) => said[key] !== undefined && other[key] !== undefined)
        fc.pre(hidden.length > 0 && mayImport(ledger, scope))
        met += 1
        const guess = { ...said, ...Object.fromEntries(hidden.map((key) => [key, other[key] as Value])) }
        const right = {
          ...said,
          ...Object.fromEntries(hidden.flatMap((key) => (stands.data[key] === undefined ? [] : [[key, stands.data[key]]]))),
        }
        const [one, two, three] = [said, guess, right].map((data) =>
          judge(ledger, rowOf(scope, stands, data), present(scope, stands), scope, today, world),
        )
        expect(two).toEqual(one)
        expect(three).toEqual(one)
        if (one && isMoved(one)) expect(Object.keys(one.moved.event.changes).filter((key) => hidden.includes(key))).toEqual([])
      },
      { skips: 2000 },
    )
    expect(met).toBeGreaterThan(20)
  })
  it('a row that says what stands there changes nothing, whoever brings it and whoever wrote it', async () => {
    await holds(
      [byAll],
      ({ key: name, scope, stands }) => {
        const ledger = ledgerOf(name)
        fc.pre(sees(scope, stands.readers) && (scope.office.kind === 'county' || scope.office.id === stands.township))
        const hidden = hiddenFields(ledger, stands, scope, world)
        const seen = Object.fromEntries(Object.entries(stands.data).filter(([key]) => !hidden.includes(key)))
        expect(judge(ledger, rowOf(scope, stands, seen), { record: stands }, scope, today, world)).toBeNull()
      },
      often,
    )
  })
})
