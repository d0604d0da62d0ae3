import { describe, expect, test } from 'vitest'
import { takenByPeople } from '../../shared/definition/attachments.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { broughtBy, stepsOfFiles } from '../../shared/engine/attachments.ts'
import { create } from '../../shared/engine/creation.ts'
import { edit } from '../../shared/engine/edit.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { transition } from '../../shared/engine/transition.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { alone, county, urban, water, world, xinan } from '../cast.ts'
import { fc, holds } from '../property.ts'

const day = '2026-03-02'
const done = (moved: Moved | Refusal): Moved => (isRefusal(moved) ? expect.fail(JSON.stringify(moved)) : moved)
const begun = (files: string[] = []) =>
  done(create(suggestions, { id: 'r1', data: { title: '关于排水的建议', body: '积水', files } }, xinan, day, world)).record
const go = (record: LedgerRecord, name: string, given: object, scope: Scope) =>
  transition(suggestions, record, name, { ...given }, scope, day, world, alone)
const ok = (record: LedgerRecord, name: string, given: object, scope: Scope) => done(go(record, name, given, scope))
const handling = (files: string[] = []) => {
  const assigned = [
    ['submit', {}, xinan],
    ['register', {}, county],
    ['assign', { lead: 'water', co: ['urban'] }, county],
  ] as const
  return assigned.reduce((record, [name, given, scope]) => ok(record, name, given, scope).record, begun(files))
}

test('papers of an act are laid to those of the record, and the event tells which', () => {
  const accepted = ok(handling(['f1']), 'accept', {}, water).record
  const opinion = ok(accepted, 'coReply', { opinion: '同意', files: ['f2'] }, urban)
  expect([opinion.record.data.files, broughtBy(suggestions, opinion.event)]).toEqual([['f1', 'f2'], { files: ['f2'] }])
  const answer = ok(opinion.record, 'answer', { reply: '已列入', result: 'A', files: ['f3', 'f2'] }, water)
  expect([answer.record.data.files, broughtBy(suggestions, answer.event)]).toEqual([['f1', 'f2', 'f3'], { files: ['f3'] }])
})

test('each paper is known by the step that it came with, those of the record itself by none', () => {
  const [born, accepted] = [
    create(suggestions, { id: 'r1', data: { title: '路灯', body: '不亮', files: ['f1'] } }, xinan, day, world),
    handling(['f1']),
  ]
  const { record } = ok(accepted, 'accept', {}, water)
  const opinion = ok(record, 'coReply', { opinion: '同意', files: ['f2'] }, urban)
  const answer = ok(opinion.record, 'answer', { reply: '已列入', result: 'A', files: ['f2', 'f3'] }, water)
  const found = stepsOfFiles(
    suggestions,
    [done(born), opinion, answer].map(({ event }) => event as LedgerEvent),
  )
  expect([...found].map(([id, step]) => [id, suggestions.transitions[step]?.label.zh])).toEqual([
    ['f1', undefined],
    ['f2', '提交协办意见'],
    ['f3', '答复代表'],
  ])
})

test('an act takes no papers away, whatever it is given', async () => {
  const before = fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3'))
  const given = fc.option(fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5')))
  await holds([before, given], (held, files) => {
    const { data } = ok(handling(held), 'extend', { due: '2026-06-30', reason: '需要勘察', files }, county).record
    expect(data.files ?? []).toEqual([...new Set([...held, ...(files ?? [])])])
  })
})

test('a field takes so many papers at once, however many the record holds already', () => {
  const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => `f${from + at}`)
  const full = handling(many(0, 20))
  const again = ok(full, 'extend', { due: '2026-06-30', reason: '需要勘察', files: many(20, 20) }, county).record
  expect(again.data.files).toHaveLength(40)
  expect(go(again, 'extend', { due: '2026-06-30', reason: '需要勘察', files: many(40, 21) }, county)).toMatchObject({ refused: 'input' })
  expect(done(edit(suggestions, again, { files: many(0, 41) }, county, day, world)).record.data.files).toHaveLength(41)
})

describe.each(ledgers.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('%s', (_, ledger) => {
  const acts = Object.entries(ledger.transitions).filter(([, rule]) => (rule.asks ?? []).length > 0 && takenByPeople(rule))
  const asked = (key: string) => (ledger.transitions[key]?.asks ?? []).map((ask) => ledger.fields[ask.replace('?', '')])

  test('papers are asked for by every act that has a form', () => {
    expect(acts.filter(([key]) => !asked(key).some((field) => field?.kind === 'files')).map(([key]) => key)).toEqual([])
  })

  test('papers are seen by no more people than what is said with them', () => {
    for (const [key] of acts)
      for (const field of asked(key).filter((each) => each?.seenBy))
        for (const papers of asked(key).filter((each) => each?.kind === 'files'))
          expect(
            papers?.seenBy?.every((access) => field?.seenBy?.includes(access)),
            `${key}: ${papers?.label.en} beside ${field?.label.en}`,
          ).toBe(true)
  })

  test('an item begins with its papers', () => {
    if (ledger.may.create.length === 0) return
    const fields = ledger.may.edit.flatMap((access) => (typeof access === 'string' ? [] : access.fields ? [access.fields] : []))
    const first = ledger.may.edit.find((access) => typeof access === 'string' || !access.in || access.in.includes(ledger.initial))
    if (!first || typeof first === 'string' || !first.fields) return
    expect(fields.flat().some((field) => ledger.fields[field]?.kind === 'files')).toBe(true)
  })
})
