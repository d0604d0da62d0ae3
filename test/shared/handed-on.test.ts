import { expect, test } from 'vitest'
import { titleOf } from '../../admin/ledger/act/title-of.ts'
import type { Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { longest } from '../../shared/definition/lines.ts'
import { create } from '../../shared/engine/creation.ts'
import { creations } from '../../shared/engine/creations.ts'
import { basicFields } from '../../shared/engine/rights.ts'
import { diaries } from '../../shared/ledgers/diaries.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { county, world } from '../cast.ts'

const LINE = 200
const isLong = (field: Field | undefined) => field?.kind === 'text' && longest(field) > LINE
const today = '2026-03-02'

/** What can be written before the first step. */
const atFirst = (ledger: Ledger): string[] => {
  const rules = ledger.may.edit.flatMap((rule) =>
    typeof rule !== 'string' && rule.in?.includes(ledger.initial) ? (rule.fields ?? []) : [],
  )
  return [...new Set([...basicFields(ledger), ...rules])]
}

/** What is written at the beginning of an item, and what a draft made of it has a place for. */
test('where a step makes a draft of what an item says, nothing that was written in the item stays behind', () => {
  let made = 0
  for (const ledger of ledgers)
    for (const [key, rule] of Object.entries(ledger.transitions))
      for (const { ledger: to, fill = {}, for: each } of rule.creates ?? []) {
        const child = ledgers.find((other) => other.key === to) as Ledger
        const refsOf = (from: (typeof fill)[string]) => (typeof from === 'string' ? [from] : 'texts' in from ? from.texts : [])
        const handed = Object.entries(fill).filter(
          ([field, from]) => isLong(child.fields[field]) && refsOf(from).some((ref) => isLong(ledger.fields[ref.slice(1)])),
        )
        if (each !== undefined || child.states[child.initial]?.phase !== 'draft' || handed.length === 0) continue
        made += 1
        const says = (field: Field | undefined) =>
          isLong(field) || (field?.kind === 'items' && Object.values(field.columns).every(({ kind }) => kind === 'text'))
        const written = atFirst(ledger).filter((field) => says(ledger.fields[field]))
        const taken = Object.values(fill).flatMap(refsOf)
        expect(
          written.filter((field) => !taken.includes(`@${field}`)),
          `${ledger.key}.${key} → ${to}`,
        ).toEqual([])
      }
  expect(made).toBeGreaterThan(2)
})

const draftOf = (data: Record<string, unknown>) => {
  const record = { ledger: 'diaries', id: 'r1', township: 'xinan', version: 3, data, duties: [], took: {} } as unknown as LedgerRecord
  const judged = { record, data: record.data, kin: { children: [], phases: () => undefined }, today, person: 'p' }
  const [made] = creations(record, 'suggest', diaries.transitions.suggest?.creates ?? [], judged, today, world)
  const born = create(suggestions, { id: 's1', township: 'xinan', data: made?.data ?? {}, bySystem: true }, county, today, world)
  return isRefusal(born) ? born : born.record.data
}
const diary = {
  proposal: '加装路灯',
  content: '走访新建村。',
  deputy: ['张桂兰'],
  problems: [
    { id: 'i1', problem: '村口没有路灯' },
    { id: 'i2', problem: '沟渠淤塞' },
  ],
}

test('a text made of several holds one after the other, rows line by line, and no part for which there is no room', () => {
  expect(draftOf(diary)).toMatchObject({ title: '加装路灯', body: '走访新建村。\n\n1. 村口没有路灯\n2. 沟渠淤塞' })
  expect(draftOf({ ...diary, problems: [] })).toMatchObject({ body: '走访新建村。' })
  const full = '一'.repeat(4995)
  expect(draftOf({ ...diary, content: full })).toMatchObject({ body: full })
})

test('the title of what a step makes begins with the first line of what is listed, and another question with nothing', () => {
  expect(titleOf(diaries, 'suggest', 'proposal', diary)).toBe('村口没有路灯')
  expect(titleOf(diaries, 'suggest', 'proposal', { ...diary, problems: [] })).toBeUndefined()
  expect(titleOf(diaries, 'suggest', 'comment', diary)).toBeUndefined()
  expect(titleOf(diaries, 'read', 'comment', diary)).toBeUndefined()
})
