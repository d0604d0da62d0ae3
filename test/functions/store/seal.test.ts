import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { brokenAt, GENESIS, seal } from '../../../functions/store/seal.ts'
import { canonical } from '../../../shared/canonical.ts'
import type { EventDraft } from '../../../shared/engine/moved.ts'

const now = new Date('2026-03-02T04:00:00Z')
const draft = (transition: string): EventDraft => ({
  on: '2026-03-02',
  by: { id: 'p', name: '张三', office: { kind: 'county', id: 'county' } },
  transition,
  from: null,
  to: 'open',
  changes: {},
  said: {},
  opened: [],
  discharged: [],
  voided: [],
  moved: [],
  created: [],
})
const first = seal(draft('create'), 1, now)
const next = (transition: string, seq: number, { event, secret }: typeof first) =>
  seal(draft(transition), seq, now, { head: event.hash, secret })
const second = next('edit', 2, first)
const third = next('close', 3, second)
const chain = [first, second, third].map(({ event }) => event)
const { secret } = first

test('a chain holds from its beginning, under one secret', () => {
  expect([first.event.prev, second.secret, third.secret]).toEqual([GENESIS, secret, secret])
  expect(brokenAt(chain, secret)).toBe(null)
  expect(brokenAt([], undefined)).toBe(null)
})

test('a changed, a missing and a forged event break it, even when sealed again', () => {
  const [one, two, three] = [first.event, second.event, third.event]
  expect(brokenAt([one, { ...two, said: { note: '改' } }, three], secret)).toBe(2)
  expect(brokenAt([one, three], secret)).toBe(3)
  expect(brokenAt([one, next('forged', 2, first).event, three], secret)).toBe(3)
  expect(brokenAt([seal(draft('forged'), 1, now, { head: GENESIS, secret }).event, two, three], secret)).toBe(2)
})

test('an event of the old form cannot come after one of the new', () => {
  const { hash: _, ...old } = { ...second.event, form: 1 as const }
  expect(
    brokenAt(
      [{ ...old, seq: 1, prev: GENESIS }].map((event) => ({ ...event, hash: sealedOld(event) })),
      secret,
    ),
  ).toBe(null)
  expect(brokenAt([first.event, { ...old, hash: sealedOld(old) }], secret)).toBe(2)
})

const sealedOld = (event: object) => createHash('sha256').update(canonical(event)).digest('hex')
