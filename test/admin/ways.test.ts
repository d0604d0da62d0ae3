import { expect, test } from 'vitest'
import { waysOf } from '../../admin/today/ways.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { errands } from './sample-ledger.ts'

const label = { zh: '办', en: 'Act' }
const open = Object.keys(errands.states).find((state) => errands.states[state]?.phase === 'open') ?? ''
const done = Object.keys(errands.states).find((state) => errands.states[state]?.phase === 'done') ?? ''
const states = { ...errands.states, asked: { label, phase: 'open' as const }, gone: { label, phase: 'void' as const } }
const with_ = (transitions: Ledger['transitions']): Ledger => ({ ...errands, states, transitions })
const act = (from: string, to: string): Ledger['transitions'][string] => ({
  label,
  from: [from],
  to,
  by: ['county'],
  discharges: ['reply'],
})

test('two acts that lead on are a choice', () => {
  expect(waysOf(with_({ come: act('asked', open), excuse: act('asked', done) }), 'asked', 'reply')).toEqual(['come', 'excuse'])
})

test('handing back, cancelling and what another duty waits for are none', () => {
  const ledger = with_({
    take: act('asked', done),
    decline: act('asked', open),
    hand: { ...act(open, 'asked'), discharges: ['hand'] },
    cancel: act('asked', 'gone'),
    note: { ...act('asked', done), discharges: ['note'] },
  })
  expect(waysOf(ledger, 'asked', 'reply')).toEqual(['take'])
})
