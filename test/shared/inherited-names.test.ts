import { describe, expect, it } from 'vitest'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Json, mergePatch } from '../../shared/definition/patch.ts'
import { sortGiven } from '../../shared/engine/given.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { isKey } from '../../shared/names.ts'
import { world } from '../cast.ts'

/** Of what every object of JavaScript has by itself: found in a record where nothing was put. */
const inherited = ['constructor', 'toString', 'hasOwnProperty', '__proto__']

/** The definition with one of its own names called otherwise, wherever it stands: as a key, a reference, an answer asked or optional, a slot of a paper. */
function renamed(json: Json, from: string, to: string): Json {
  const words = new RegExp(`(^|[@.])${from}(\\??)$`)
  const bare = (text: string) => text.replace(words, `$1${to}$2`)
  const word = (text: string) => bare(text).replace(/\{([^{}]*)\}/g, (_, slot: string) => `{${bare(slot)}}`)
  if (typeof json === 'string') return word(json)
  if (Array.isArray(json)) return json.map((each) => renamed(each, from, to))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [word(key), ['label', 'basis', 'help'].includes(key) ? value : renamed(value, from, to)]),
  )
}

/** One name of each kind that the ledger gives. */
function namesOf(ledger: Ledger): string[] {
  const fields = Object.values(ledger.fields)
  const options = fields.flatMap((field) => ('options' in field && field.options ? Object.keys(field.options).slice(0, 1) : []))
  const columns = fields.flatMap((field) => (field.kind === 'items' ? Object.keys(field.columns).slice(0, 1) : []))
  const all = [
    Object.keys(ledger.fields),
    Object.keys(ledger.states),
    Object.keys(ledger.transitions),
    Object.keys(ledger.duties),
    options,
    columns,
  ]
  return [...new Set(all.flatMap((names) => names.slice(0, 2)))]
}

const plain = (ledger: Ledger): Json => JSON.parse(JSON.stringify(ledger))

/** True when the gate lets a definition through that holds the name. (It reads no key `__proto__` at all; the API refuses a body with one.) */
function passes(json: Json, name: string): boolean {
  const parsed = parseLedger(json)
  return 'ledger' in parsed && JSON.stringify(parsed.ledger).includes(`"${name}`)
}

/** Names that can be changed everywhere: some are words of the vocabulary too. */
const changeable = new Map(
  ledgers.map((ledger) => [
    ledger.key,
    [ledger.key, ...namesOf(ledger)].filter((own) => 'ledger' in parseLedger(renamed(plain(ledger), own, `${own}Z`))),
  ]),
)

it('no key can be what every object has', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) expect(isKey(name)).toBe(false)
  expect(['title', 'lead', 'own'].every(isKey)).toBe(true)
})

describe.each(inherited)('the name %s', (name) => {
  it.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('is refused to whatever %s could call so', (_, ledger) => {
    const free = changeable.get(ledger.key) ?? []
    expect(free.length).toBeGreaterThan(4)
    for (const own of free) {
      expect(passes(renamed(plain(ledger), own, name), name), own).toBe(false)
    }
  })
  it('is refused where a definition speaks of something', () => {
    const [ledger] = ledgers.filter(({ key }) => key === 'suggestions')
    if (!ledger) throw new Error('no ledger')
    const changes: Json[] = [
      { transitions: { submit: { asks: [name] } } },
      { transitions: { submit: { asks: [`${name}?`] } } },
      { transitions: { submit: { by: [`@${name}`] } } },
      { transitions: { submit: { from: [name] } } },
      { transitions: { submit: { to: name } } },
      { transitions: { submit: { when: [{ field: name, filled: true }] } } },
      { transitions: { submit: { when: [{ field: 'title', above: `@${name}` }] } } },
      { transitions: { submit: { when: [{ duty: name, open: true }] } } },
      { transitions: { submit: { sets: { [name]: { put: null } } } } },
      { transitions: { submit: { sets: { title: { copy: `@${name}` } } } } },
      { transitions: { submit: { discharges: [name] } } },
      { transitions: { submit: { opens: [name] } } },
      { transitions: { submit: { moves: [{ duty: name, to: '@due' }] } } },
      { transitions: { submit: { moves: [{ duty: 'reply', to: `@${name}` }] } } },
      { transitions: { submit: { creates: [{ ledger: name }] } } },
      { transitions: { submit: { creates: [{ ledger: 'commitments', for: `@${name}` }] } } },
      { transitions: { submit: { creates: [{ ledger: 'commitments', fill: { [name]: 'each' } }] } } },
      { transitions: { submit: { creates: [{ ledger: 'commitments', fill: { promise: `each.${name}` } }] } } },
      { transitions: { submit: { creates: [{ ledger: 'commitments', fill: { promise: `@${name}` } }] } } },
      { transitions: { submit: { creates: [{ ledger: 'commitments', township: `each.${name}` }] } } },
      { duties: { reply: { holder: [`@${name}`] } } },
      { duties: { reply: { due: { on: `@${name}` } } } },
      { duties: { reply: { due: { days: `@${name}` } } } },
      { duties: { reply: { during: [name] } } },
      { duties: { reply: { heldBy: [name] } } },
      { may: { create: [`@${name}`] } },
      { may: { create: [`county:${name}`] } },
      { may: { read: [{ who: ['county'], in: [name] }] } },
      { may: { edit: [{ who: ['county'], fields: [name] }] } },
      { fields: { title: { seenBy: [`@${name}`] } } },
      { fields: { title: { shownWhen: [{ field: name, filled: true }] } } },
      { fields: { total: { kind: 'computed', label: { zh: '计', en: 'Sum' }, value: { as: 'count', of: name } } } },
      { fields: { total: { kind: 'computed', label: { zh: '计', en: 'Sum' }, value: { as: 'sum', of: 'promises', column: name } } } },
      { fields: { category: { default: name } } },
      { list: { columns: [name] } },
      { list: { filters: [name] } },
      { list: { sort: name } },
      { report: { duty: name } },
      { report: { by: [name] } },
      { report: { counts: [name] } },
      { number: { format: '{seq}', per: [`@${name}`] } },
      { number: { format: `{${name}}{seq}`, per: ['year'] } },
      { year: `@${name}` },
      { initial: name },
      { import: { titled: { field: name, from: 'body' } } },
      { import: { duties: [{ duty: name, opened: '@assignedOn' }] } },
      { import: { lands: [{ when: [], in: name }] } },
      { papers: { urging: { for: [`@${name}`] } } },
      { papers: { urging: { in: [name] } } },
      { papers: { urging: { after: [name] } } },
      { papers: { register: { each: name } } },
      { papers: { urging: { blocks: [{ as: 'heading', text: [`{@${name}}`] }] } } },
      { papers: { urging: { blocks: [{ as: 'heading', text: [`{due.${name}}`] }] } } },
      {
        papers: {
          reply: {
            blocks: [
              { as: 'heading', text: ['{@title}'] },
              { as: 'items', of: 'promises', columns: [name] },
            ],
          },
        },
      },
      {
        papers: {
          register: {
            blocks: [
              { as: 'heading', text: ['{count}'] },
              { as: 'records', columns: [name] },
            ],
          },
        },
      },
      {
        papers: {
          register: {
            blocks: [
              { as: 'heading', text: ['{count}'] },
              { as: 'figures', rates: [name] },
            ],
          },
        },
      },
    ]
    for (const change of changes) {
      expect(passes(mergePatch(plain(ledger), change), name), JSON.stringify(change)).toBe(false)
    }
  })
  it('given as a field, an option, a column or the id of a row is a fault or harmless', () => {
    for (const ledger of ledgers) {
      const asks = Object.entries(ledger.fields).flatMap(([key, { kind }]) => (kind === 'computed' ? [] : [`${key}?`]))
      const odd = (value: unknown) => Object.fromEntries(asks.map((ask) => [ask.replace('?', ''), value]))
      const rows = [JSON.parse(`[{"id":"${name}"}]`), JSON.parse(`[{"${name}":"x"}]`), JSON.parse(`{"${name}":1}`)]
      for (const given of [JSON.parse(`{"${name}":1}`), odd(name), odd([name]), ...rows.map(odd)]) {
        const sorted = sortGiven(ledger, asks, given, {}, 'data', world)
        for (const fault of sorted.faults) expect(fault.message.zh.length).toBeGreaterThan(0)
        expect(Object.keys(sorted.data).filter((key) => !Object.hasOwn(ledger.fields, key))).toEqual([])
        for (const value of Object.values(sorted.data))
          for (const row of [value].flat()) if (typeof row === 'object' && row !== null && 'id' in row) expect(row.id).toMatch(/^i\d+$/)
      }
    }
  })
  it('given as a column that there is not is told as one', () => {
    for (const ledger of ledgers)
      for (const [key, field] of Object.entries(ledger.fields)) {
        if (field.kind !== 'items') continue
        const { faults } = sortGiven(ledger, [`${key}?`], { [key]: [JSON.parse(`{"${name}":"x"}`)] }, {}, 'data', world)
        expect(faults.map(({ path }) => path)).toContain(`data.${key}.0.${name}`)
      }
  })
  it('in a patch changes what it names and nothing below it', () => {
    const merged = mergePatch({ a: 1 }, JSON.parse(`{"${name}":{"b":2}}`))
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect(JSON.parse(JSON.stringify(merged))).toEqual(JSON.parse(`{"a":1,"${name}":{"b":2}}`))
    expect(({} as { b?: number }).b).toBeUndefined()
  })
})
