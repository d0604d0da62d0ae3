import { describe, expect, test } from 'vitest'
import { adviceOn, parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'

const label = { zh: '甲', en: 'A' }
const errands = {
  key: 'errands',
  label,
  system: 30,
  level: 'township',
  fields: { title: { kind: 'text', label, required: true }, reason: { kind: 'text', label, only: 'event' } },
  states: {
    draft: { label, phase: 'draft' },
    begun: { label, phase: 'open' },
    checked: { label, phase: 'open' },
    done: { label, phase: 'done' },
    gone: { label, phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    begin: { label, from: ['draft'], to: 'begun', by: ['township'], opens: ['run'] },
    run: { label, from: ['begun'], to: 'checked', by: ['township'], discharges: ['run'], opens: ['check'] },
    check: { label, from: ['checked'], to: 'done', by: ['county'], discharges: ['check'] },
    drop: { label, from: ['begun', 'checked'], to: 'gone', by: ['county'], asks: ['reason'] },
  },
  duties: {
    run: { label, basis: label, holder: ['township'], due: { workdays: 5 }, during: ['begun'] },
    check: { label, basis: label, holder: ['county'], due: { workdays: 5 }, during: ['checked'] },
  },
  may: { create: ['anyTownship'], read: ['county', 'township'], edit: ['township'] },
  list: { columns: ['title'] },
}
const { begin, run, check, drop } = errands.transitions

const idle = (transitions: object, states: object = {}) => {
  const json = { ...errands, states: { ...errands.states, ...states }, transitions: { ...errands.transitions, ...transitions } }
  return adviceOn(json as unknown as Ledger).map(({ path }) => path)
}

describe('it is told of each open state in which an item can lie without anybody owing the next step', () => {
  test.each<[string, object, object, string[]]>([
    ['each step opens what comes next', {}, {}, []],
    ['nothing is opened', { begin: { ...begin, opens: undefined } }, {}, ['states.begun']],
    ['what is opened elsewhere does not live there', { run: { ...run, opens: undefined } }, {}, ['states.checked']],
    ['it is done without going on', { early: { ...check, to: undefined, label } }, {}, ['states.checked']],
    ['done and opened anew', { early: { ...check, to: undefined, opens: ['check'] } }, {}, []],
    ['one branch of a step opens nothing', { run: { ...run, branches: [{ when: [{ field: 'title', is: 'x' }] }] } }, {}, ['states.begun']],
    [
      'a branch that is for what is still owed',
      { run: { ...run, discharges: undefined, branches: [{ when: [{ duty: 'run', open: true }] }] } },
      {},
      [],
    ],
    ['on a condition it is opened', { begin: { ...begin, opens: [{ duty: 'run', when: [{ field: 'title', filled: true }] }] } }, {}, []],
    ['back to where it came from', { back: { ...drop, to: 'begun', from: ['checked'] } }, {}, ['states.begun']],
    ['back into the draft of whoever wrote it', { back: { ...drop, to: 'draft' } }, {}, []],
    [
      'the engine takes it on',
      {
        begin: { ...begin, opens: undefined },
        go: { label, from: ['begun'], to: 'done', by: ['system'], when: [{ children: 'errands', in: 'closed' }] },
      },
      {},
      [],
    ],
    [
      'the definition says why nothing is owed',
      { begin: { ...begin, opens: undefined } },
      { begun: { ...errands.states.begun, rests: label } },
      [],
    ],
  ])('%s', (_, transitions, states, paths) => {
    expect(idle(JSON.parse(JSON.stringify(transitions)), states)).toEqual(paths)
  })

  test('and lets it pass: a county may mean it so', () => {
    const json = JSON.parse(JSON.stringify({ ...errands, transitions: { ...errands.transitions, begin: { ...begin, opens: undefined } } }))
    const faults = (answer: object) => ('faults' in answer ? (answer.faults as { message: string }[]) : []).map(({ message }) => message)
    expect(faults(parseLedger(json)).filter((message) => message.includes('without anybody'))).toEqual([])
  })
})
