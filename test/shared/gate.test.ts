import { describe, expect, test } from 'vitest'
import { amend } from '../../shared/definition/amend.ts'
import { crossCheck } from '../../shared/definition/gate/across.ts'
import { adviceOn, parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Json, mergePatch } from '../../shared/definition/patch.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { exams, findings, inspections, sheets, smallLedgers, votes } from './small-ledgers.ts'

const copy = (ledger: Ledger): Json => JSON.parse(JSON.stringify(ledger))
const patched = (ledger: Ledger, patch: Json) => mergePatch(copy(ledger), patch)
const pathsOf = (json: unknown) => {
  const answer = parseLedger(json)
  return 'faults' in answer ? answer.faults.map((fault) => fault.path) : []
}
const L = { zh: '甲', en: 'A' }
const headedBy = (by: string, option: string) => ({ spoken: { heads: { by, as: { [option]: '免去{title}职务' } } } })
const extra = { kind: 'text', label: L }

describe('the gate names, with its path,', () => {
  test.each<[string, Ledger, Json, string]>([
    ['an unknown key', votes, { surprise: 1 }, 'surprise'],
    ['words around a heading for an option that is none', exams, headedBy('kind', 'gone'), 'spoken.heads.as'],
    ['words around a heading by what is no choice', exams, headedBy('score', 'remove'), 'spoken.heads.by'],
    [
      'a heading that tells a hidden choice',
      exams,
      { ...headedBy('kind', 'first'), fields: { kind: { seenBy: ['county'] } } },
      'spoken.heads.by',
    ],
    [
      'words around a heading that is no text',
      exams,
      { ...headedBy('kind', 'first'), fields: { name: { required: null } } },
      'spoken.heads',
    ],
    ['words around no heading', exams, { spoken: { heads: { by: 'kind', as: { first: '免职' } } } }, 'spoken.heads.as.first'],
    ['an unknown key deep inside', votes, { fields: { subject: { colour: 'red' } } }, 'fields.subject.colour'],
    ['a label without English', votes, { label: { zh: '甲', en: '' } }, 'label.en'],
    ['a key outside its alphabet', votes, { key: 'Votes!' }, 'key'],
    ['a key that the platform needs itself', votes, { key: 'import' }, 'key'],
    ['a field with a header’s name', votes, { fields: { overdue: { kind: 'text', label: L } } }, 'fields.overdue'],
    ['a reserved transition', exams, { transitions: { edit: { label: L, from: ['open'], by: ['county'] } } }, 'transitions.edit'],
    ['an initial that is no state', votes, { initial: 'nowhere' }, 'initial'],
    ['a from that is no state', votes, { transitions: { count: { from: ['nowhere'] } } }, 'transitions.count.from'],
    ['a to that is no state', votes, { transitions: { count: { to: 'nowhere' } } }, 'transitions.count.to'],
    ['a transition into a retired state', votes, { states: { counted: { retired: true } } }, 'transitions.count.to'],
    ['no done state', votes, { states: { passed: { phase: 'open' } } }, 'states'],
    ['a state out of reach', votes, { states: { lost: { label: L, phase: 'done' } } }, 'states.lost'],
    ['an unfinished state that cannot be left', votes, { states: { passed: { phase: 'paused' } } }, 'states.passed'],
    ['an asked field that is none', votes, { transitions: { count: { asks: ['nothing'] } } }, 'transitions.count.asks.0'],
    ['an asked computed field', votes, { transitions: { count: { asks: ['outcome'] } } }, 'transitions.count.asks.0'],
    ['a set computed field', votes, { transitions: { count: { sets: { outcome: { put: 'x' } } } } }, 'transitions.count.sets.outcome'],
    ['adding to what is no number', exams, { transitions: { exam: { sets: { name: { add: 1 } } } } }, 'transitions.exam.sets.name'],
    ['an actor field that names nobody', votes, { transitions: { count: { by: ['@subject'] } } }, 'transitions.count.by'],
    ['an anchor that is no date', votes, { duties: { count: { due: { days: 3, before: '@subject' } } } }, 'duties.count.due'],
    [
      'both after and before',
      votes,
      { duties: { count: { due: { days: 3, before: '@meetingOn', after: '@meetingOn' } } } },
      'duties.count.due',
    ],
    ['an amount that is no number', exams, { duties: { exam: { due: { days: '@name' } } } }, 'duties.exam.due'],
    [
      'a for that is no list',
      inspections,
      { transitions: { hand: { creates: [{ ledger: 'findings', for: '@law' }] } } },
      'transitions.hand.creates.0.for',
    ],
    [
      'a sentence of a branch that speaks of a field that is none',
      votes,
      {
        transitions: {
          announce: {
            branches: [{ when: [{ field: 'outcome', is: 'satisfied' }], says: { zh: '{@gone}。', en: '{@gone}.' }, to: 'passed' }],
          },
        },
      },
      'transitions.announce.says',
    ],
    [
      'a condition that says why and asks nothing',
      votes,
      { transitions: { announce: { when: [{ field: 'outcome', why: L }] } } },
      'transitions.announce.when.0',
    ],
    [
      'an option that a field lacks',
      votes,
      { transitions: { announce: { branches: [{ when: [{ field: 'outcome', is: 'splendid' }], to: 'passed' }] } } },
      'transitions.announce.branches.0.when.0',
    ],
    [
      'a condition that asks nothing',
      votes,
      { transitions: { announce: { when: [{ field: 'subject' }] } } },
      'transitions.announce.when.0',
    ],
    ['a duty never opened', votes, { born: { opens: null }, transitions: { announce: { opens: null } } }, 'duties.count'],
    ['a duty never discharged', votes, { transitions: { count: { discharges: null } } }, 'duties.count'],
    ['a duty opened where it does not live', votes, { duties: { count: { during: ['counted'] } } }, 'born'],
    [
      'a duty without a way to its discharge',
      exams,
      {
        states: { stuck: { label: L, phase: 'open' } },
        transitions: {
          stick: { label: L, from: ['open'], to: 'stuck', by: ['county'] },
          drop: { label: L, from: ['stuck'], to: 'barred', by: ['county'] },
        },
      },
      'duties.exam',
    ],
    ['a duty held by everybody', votes, { duties: { count: { holder: ['public'] } } }, 'duties.count.holder'],
    ['holder without discharges or owing', exams, { transitions: { report: { discharges: null } } }, 'transitions.report.by'],
    ['system without when', inspections, { transitions: { inspect: { by: ['system'] } } }, 'transitions.inspect.by'],
    ['a question for the system', inspections, { transitions: { collect: { asks: ['law'] } } }, 'transitions.collect.asks'],
    ['an acting public', votes, { transitions: { count: { by: ['public'] } } }, 'transitions.count.by'],
    ['a creator before there is a record', votes, { may: { create: ['owner'] } }, 'may.create'],
    ['grades that are no options', votes, { fields: { ballot: { grades: ['splendid'] } } }, 'fields.ballot.grades'],
    ['a threshold of one', votes, { fields: { ballot: { over: [1, 1] } } }, 'fields.ballot.over'],
    [
      'default rows with unknown columns',
      inspections,
      { fields: { points: { default: [{ colour: 'red' }] } } },
      'fields.points.default.0.colour',
    ],
    ['numbers without a format', votes, { number: null }, 'number'],
    ['an unknown placeholder', votes, { number: { format: '{colour}-{seq}' } }, 'number.format'],
    ['a column that is no field', votes, { list: { columns: ['nothing'] } }, 'list'],
    [
      'a computed field that is computed later',
      votes,
      {
        fields: {
          first: { kind: 'computed', label: L, value: { as: 'rate', of: 'last', over: 'last' } },
          last: { kind: 'computed', label: L, value: { as: 'count', of: 'tellers' } },
        },
      },
      'fields.first.value',
    ],
    [
      'a branch that an earlier one always takes',
      exams,
      {
        transitions: {
          exam: {
            branches: [
              { when: [{ field: 'exams', atLeast: 2 }], to: 'barred' },
              {
                when: [
                  { field: 'grade', is: 'pass' },
                  { field: 'exams', atLeast: 2 },
                ],
                to: 'passed',
              },
            ],
          },
        },
      },
      'transitions.exam.branches.1',
    ],
    [
      'a step of the engine that changes nothing',
      inspections,
      { transitions: { look: { label: L, from: ['planned'], by: ['system'], when: [{ field: 'law', filled: true }] } } },
      'transitions.look',
    ],
    [
      'a question hidden from whom it asks',
      sheets,
      { transitions: { send: { by: ['county'], asks: ['phone'] } } },
      'transitions.send.asks',
    ],
    ['joining what names no record', votes, { transitions: { count: { joins: '@subject' } } }, 'transitions.count.joins'],
    [
      'a threshold by a field that is no choice',
      votes,
      { fields: { ballot: { over: { by: '@subject', is: { all: [1, 2] } } } } },
      'fields.ballot.over',
    ],
    [
      'a threshold without a value for an option',
      votes,
      { fields: { ballot: { over: { by: '@base', is: { all: [1, 2] } } } } },
      'fields.ballot.over',
    ],
    [
      'rule sets that are no tables',
      votes,
      {
        fields: {
          points: { kind: 'computed', label: L, value: { as: 'table', of: 'outcome', under: 'base', table: { all: 1, present: 2 } } },
        },
      },
      'fields.points.value.table',
    ],
    ['a grade that tells a hidden score', exams, { fields: { score: { seenBy: ['county'] } } }, 'fields.grade.seenBy'],
    [
      'a grade that more may see than the score',
      exams,
      { fields: { score: { seenBy: ['county:desk'] }, grade: { seenBy: ['county'] } } },
      'fields.grade.seenBy',
    ],
    [
      'a grade that is seen in states in which the score is not',
      exams,
      { fields: { score: { seenBy: [{ who: ['county'], in: ['passed'] }] }, grade: { seenBy: ['county'] } } },
      'fields.grade.seenBy',
    ],
    ['a day that tells a hidden field', exams, { fields: { days: { seenBy: ['county'] } } }, 'duties.exam.due'],
    ['a number that tells a hidden choice', exams, { fields: { kind: { seenBy: ['county'] } } }, 'number.per'],
    ['a holder who is hidden', exams, { fields: { reportOf: { seenBy: ['county'] } } }, 'duties.report.holder'],
    [
      'figures that tell a hidden field',
      exams,
      { fields: { score: { seenBy: ['county'] } }, report: { sums: ['score'] } },
      'report.sums.0',
    ],
    [
      'a rate that tells a hidden field',
      exams,
      {
        fields: { score: { seenBy: ['county'] } },
        report: {
          rates: { good: { label: L, of: [{ any: [{ field: 'exams', atMost: '@score' }] }], over: [{ field: 'name', filled: true }] } },
        },
      },
      'report.rates.good',
    ],
  ])('%s', (_, ledger, patch, path) => {
    expect(parseLedger(copy(ledger))).toHaveProperty('ledger')
    expect(pathsOf(patched(ledger, patch))).toContain(path)
  })

  test('nothing in a computed field that the same people may see, or fewer', () => {
    const seen = (score: Json, grade: Json) => pathsOf(patched(exams, { fields: { score: { seenBy: score }, grade: { seenBy: grade } } }))
    expect(seen(['county'], ['county'])).toEqual([])
    expect(seen(['county', 'owner'], ['county:desk', { who: ['owner'], in: ['passed'] }])).toEqual([])
  })

  test('of a hidden tally the shares alone: the result of a vote is announced', () => {
    expect(pathsOf(patched(votes, { fields: { ballot: { seenBy: ['county'] } } }))).toEqual(['fields.share.seenBy'])
  })

  test('a step that waits for a meeting, if one is named, and for no day', () => {
    const meeting = { kind: 'records', of: 'inspections', max: 1, label: L }
    const fields = { meeting, meetingOn: { from: '@meeting.startOn' } }
    const held: Json = [
      {
        any: [
          { field: 'meeting', filled: false },
          { named: 'meeting', in: ['closed'] },
        ],
      },
    ]
    expect(pathsOf(patched(votes, { fields, transitions: { count: { when: held } } }))).toEqual(['transitions.count.notBefore'])
    expect(pathsOf(patched(votes, { fields, transitions: { count: { when: held, notBefore: '@meetingOn' } } }))).toEqual([])
  })

  test('as advice, a day of the year that may be tomorrow', () => {
    const due = (due: Json) => parseLedger(patched(votes, { duties: { count: { due } } }))
    const advised = (json: Json) => {
      const answer = due(json)
      return 'ledger' in answer ? adviceOn(answer.ledger).map(({ path }) => path) : answer
    }
    expect(advised({ days: null, before: null, yearly: '11-30' })).toContain('duties.count.due')
    expect(advised({ days: null, before: null, yearly: '11-30', least: 14 })).not.toContain('duties.count.due')
  })

  test('every fault at once', () => {
    const faults = pathsOf(patched(votes, { initial: 'nowhere', list: { columns: ['nothing'] }, number: { per: ['moon'] } }))
    expect(faults).toEqual(expect.arrayContaining(['initial', 'list', 'number.per']))
  })
})

describe('between ledgers the gate names', () => {
  const whole = (patch: Json, of: Ledger) =>
    crossCheck(smallLedgers.map((ledger) => (ledger === of ? (patched(ledger, patch) as unknown as Ledger) : ledger))).map(
      (fault) => fault.path,
    )
  test.each<[string, Ledger, Json, string]>([
    [
      'a creation on no ledger',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'nothing', for: 'townships' }] } } },
      'inspections.transitions.inspect.creates.0',
    ],
    [
      'a fill that the child lacks',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'sheets', for: 'townships', fill: { law: '@law', colour: '@law' } }] } } },
      'inspections.transitions.inspect.creates.0.fill.colour',
    ],
    [
      'words around a text that may be too long for where they go',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'sheets', for: 'townships', fill: { law: { words: '检查{@law}' } } }] } } },
      'inspections.transitions.inspect.creates.0.fill.law',
    ],
    [
      'words around what is no text',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'sheets', for: 'townships', fill: { law: { words: '{@points}' } } }] } } },
      'inspections.transitions.inspect.creates.0.fill.law',
    ],
    [
      'words that fill no text',
      inspections,
      {
        transitions: {
          inspect: { creates: [{ ledger: 'sheets', for: 'townships', fill: { law: '@law', found: { words: '检查' } } }] },
        },
      },
      'inspections.transitions.inspect.creates.0.fill.found',
    ],
    [
      'a required field not filled',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'sheets', for: 'townships' }] } } },
      'inspections.transitions.inspect.creates.0',
    ],
    [
      'a township child without its township',
      inspections,
      { transitions: { inspect: { creates: [{ ledger: 'sheets', fill: { law: '@law' } }] } } },
      'inspections.transitions.inspect.creates.0',
    ],
    [
      'waiting for children that nothing creates',
      exams,
      { transitions: { hold: { when: [{ children: 'sheets', in: 'closed' }] } } },
      'exams.transitions.hold.when.0',
    ],
    ['a part that nothing creates', votes, { part: true }, 'votes.part'],
    [
      'records that bring forth their own kind by themselves',
      inspections,
      { born: { creates: [{ ledger: 'inspections', fill: { law: '@law' } }] } },
      'inspections',
    ],
    [
      'a state that the child lacks',
      inspections,
      { transitions: { collect: { when: [{ children: 'sheets', in: ['lost'] }] } } },
      'inspections.transitions.collect.when.0',
    ],
    ['a field that nobody can fill', sheets, { fields: { extra } }, 'sheets.fields.extra'],
    [
      'a field that a form of some states leaves out',
      votes,
      { fields: { extra }, may: { edit: [{ who: ['county'], in: ['draft'], fields: ['subject'] }] } },
      'votes.fields.extra',
    ],
    [
      'a field that is asked of nobody but the engine',
      sheets,
      { fields: { extra }, transitions: { send: { by: ['system'], asks: ['extra?'] } } },
      'sheets.fields.extra',
    ],
  ])('%s', (_, ledger, patch, path) => expect(whole(patch, ledger)).toContain(path))

  test.each<[string, Ledger, Json]>([
    ['a form asks', sheets, { fields: { extra }, may: { edit: [{ who: ['township'], in: ['open'], fields: ['extra'] }] } }],
    ['creation asks, since no form says otherwise', votes, { fields: { extra }, may: { edit: [] } }],
    ['a step asks', sheets, { fields: { extra }, transitions: { send: { asks: ['none?', 'found?', 'phone?', 'extra?'] } } }],
    ['a step sets', sheets, { fields: { extra }, transitions: { send: { sets: { extra: { put: 'x' } } } } }],
    ['has a value from the start', sheets, { fields: { extra: { ...extra, default: 'x' } } }],
    ['is retired', sheets, { fields: { extra: { ...extra, retired: true } } }],
    ['is computed', sheets, { fields: { extra: { kind: 'computed', label: L, value: { as: 'rate', of: 'found', over: 'found' } } } }],
  ])('nothing in a field that %s', (_, ledger, patch) => expect(whole(patch, ledger)).toEqual([]))

  test('a field that steps only clear', () => {
    const { send } = sheets.transitions
    const clearing = {
      ...sheets,
      fields: { ...sheets.fields, extra },
      transitions: { ...sheets.transitions, send: { ...send, sets: { extra: { put: null } } } },
    }
    const all = [votes, exams, inspections, clearing as unknown as Ledger, findings]
    expect(crossCheck(all).map(({ path }) => path)).toEqual(['sheets.fields.extra'])
  })

  test('nothing in a field that another ledger fills', () => {
    const filling = patched(inspections, {
      transitions: { inspect: { creates: [{ ledger: 'sheets', for: 'townships', fill: { law: '@law', extra: '@law' } }] } },
    })
    const filled = patched(sheets, { fields: { extra } })
    expect(crossCheck([votes, exams, filling as unknown as Ledger, filled as unknown as Ledger, findings])).toEqual([])
  })
})

describe('an amendment', () => {
  const of = (ledger: Ledger, patch: Json) => amend(ledger, patched(ledger, patch) as unknown as Ledger).map((fault) => fault.path)
  test('that only adds or renames publishes', () => {
    const first = ledgers[0] ?? votes
    expect(of(first, { label: { zh: '建议办理' }, fields: { extra: { kind: 'text', label: L } } })).toEqual([])
    expect(of(exams, { duties: { exam: { due: { days: 20 } } } })).toEqual([])
  })
  test.each<[string, Ledger, Json, string]>([
    ['takes a field away', votes, { fields: { subject: null } }, 'fields.subject'],
    ['changes a kind', votes, { fields: { subject: { kind: 'number' } } }, 'fields.subject.kind'],
    ['takes an option away', exams, { fields: { kind: { options: { first: null } } } }, 'fields.kind.options.first'],
    ['makes a field required', sheets, { fields: { found: { required: true } } }, 'fields.found.required'],
    ['changes a phase', votes, { states: { counted: { phase: 'paused' } } }, 'states.counted.phase'],
    ['takes a transition away', votes, { transitions: { announce: null } }, 'transitions.announce'],
    ['restarts a sequence', votes, { number: { per: ['year'] } }, 'number.per'],
  ])('that %s is refused', (_, ledger, patch, path) => expect(of(ledger, patch)).toContain(path))
})
