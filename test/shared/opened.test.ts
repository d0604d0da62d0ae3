import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { opened } from '../../shared/definition/opened.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const paths = (before: Ledger, after: Ledger) => opened(before, after).map(({ path }) => path)
const copy = (ledger: Ledger): Ledger => structuredClone(ledger)

test.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('%s opens nothing to anybody as it stands', (_, ledger) => {
  expect(paths(ledger, copy(ledger))).toEqual([])
})

/** Every right of every ledger, with the change that gives it to deputies or, where they have it, to nobody. */
describe.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('in %s', (_, ledger) => {
  test('whoever is added to a right is told, wherever it is', () => {
    for (const name of ['read', 'edit', 'create'] as const) {
      const after = copy(ledger)
      const has = after.may[name].some((access) =>
        (typeof access === 'string' ? [access] : access.in ? [] : access.who).includes('anyUnit'),
      )
      after.may[name] = [...after.may[name], 'anyUnit'] as never
      const told = paths(ledger, after)
      if (has) expect(told, name).toEqual([])
      else expect(told, name).toContain(`may.${name}`)
    }
    for (const [key, { by }] of Object.entries(ledger.transitions)) {
      const after = copy(ledger)
      const step = after.transitions[key]
      if (step) step.by = [...by, 'anyDeputy']
      expect(paths(ledger, after), key).toEqual(by.includes('anyDeputy') ? [] : [`transitions.${key}.by`])
    }
  })

  test('a hidden field that everybody may see is told', () => {
    for (const [key, { seenBy }] of Object.entries(ledger.fields)) {
      if (!seenBy) continue
      const after = copy(ledger)
      const field = after.fields[key]
      if (field) field.seenBy = ['public']
      expect(paths(ledger, after), key).toContain(`fields.${key}.seenBy`)
    }
  })

  test('what is taken away, or new, opens nothing', () => {
    const after = copy(ledger)
    after.may.read = after.may.read.slice(0, 1)
    after.may.edit = []
    after.label = { zh: '别的', en: 'Other' }
    after.fields.added = { kind: 'text', label: { zh: '新', en: 'New' } }
    for (const field of Object.values(after.fields)) field.seenBy ??= ['county']
    expect(paths(ledger, after)).toEqual([])
  })
})

test('a right in more states, in more fields or of more offices is more; the same in other words is not', () => {
  const [ledger] = ledgers as [Ledger]
  const [one = '', two = ''] = Object.keys(ledger.states)
  const read = (...all: Ledger['may']['read']): Ledger => ({ ...ledger, may: { ...ledger.may, read: all } })
  const edit = (...all: Ledger['may']['edit']): Ledger => ({ ...ledger, may: { ...ledger.may, edit: all } })
  const isMore = (before: Ledger, after: Ledger) => paths(before, after).some((path) => path.startsWith('may.'))
  expect(isMore(read({ who: ['anyUnit'], in: [one] }), read({ who: ['anyUnit'], in: [one, two] }))).toBe(true)
  expect(isMore(read({ who: ['anyUnit'], in: [one] }, { who: ['anyUnit'], in: [two] }), read({ who: ['anyUnit'], in: [one, two] }))).toBe(
    false,
  )
  expect(isMore(read({ who: ['anyUnit'], level: 'county' }), read('anyUnit'))).toBe(true)
  expect(isMore(read('county'), read('county', 'county:registers'))).toBe(false)
  expect(isMore(edit({ who: ['township'], fields: ['a'] }), edit({ who: ['township'], fields: ['a', 'b'] }))).toBe(true)
  expect(isMore(edit('anyTownship'), edit('township'))).toBe(false)
})

test('who it is, and what, is said in both languages', () => {
  const [ledger] = ledgers as [Ledger]
  const after = { ...ledger, may: { ...ledger.may, create: [...ledger.may.create, 'anyUnit'] } } as Ledger
  expect(opened(ledger, after)).toEqual([
    {
      path: 'may.create',
      message: { zh: `承办单位现在也能登记“${ledger.label.zh}”。`, en: `“${ledger.label.en}” can now be entered by handling units too.` },
    },
  ])
})
