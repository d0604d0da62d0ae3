import type { FieldOf } from '../definition/field.ts'
import type { Label } from '../names.ts'
import type { Ballot, Data } from '../record.ts'

type BallotField = FieldOf<'ballot'>
const totals = ['all', 'present', 'issued', 'collected', 'valid'] as const

const called = { all: '应到', present: '实到', issued: '发出', collected: '收回', valid: '有效票' }

/**
 * Checks counts of a secret vote: whole numbers, `valid ≤ collected ≤ issued ≤ present ≤ all`, more than half of all present
 * (Organic Law art 51), options adding up to `valid`. Returns every fault as a sentence; none when the ballot is valid.
 */
export function ballotFaults(field: BallotField, value: unknown): Label[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ zh: '请填写各项票数。', en: 'Enter the counts of the vote.' }]
  const names = [...totals, ...Object.keys(field.options)]
  const counts = value as Record<string, unknown>
  const unknown = Object.keys(counts).filter((name) => !names.includes(name))
  const wrong = names.filter((name) => !Number.isInteger(counts[name]) || (counts[name] as number) < 0)
  if (unknown.length || wrong.length) {
    const list = [...wrong, ...unknown].join('、')
    return [{ zh: `票数要是不小于 0 的整数：${list}。`, en: `Counts must be whole numbers from 0: ${list}.` }]
  }
  const { all, present, issued, collected, valid } = counts as Ballot
  const sum = Object.keys(field.options).reduce((total, option) => total + (counts[option] as number), 0)
  const faults = turnoutFaults({ all, present, issued, collected, valid })
  if (sum !== valid)
    faults.push({
      zh: `各项票数合计 ${sum} 票，与有效票 ${valid} 张不一致，请核对。`,
      en: `The options add up to ${sum}, valid votes are ${valid}; they must be equal.`,
    })
  return faults
}

/** `valid ≤ collected ≤ issued ≤ present ≤ all`, and more than half of all present; every fault as a sentence. */
export function turnoutFaults({ all, present, issued, collected, valid }: Record<(typeof totals)[number], number>): Label[] {
  const faults: Label[] = []
  const counts = { all, present, issued, collected, valid }
  const said = (total: keyof typeof counts) => `${called[total]} ${counts[total]} ${/^[ap]/.test(total) ? '人' : '张'}`
  totals.reduce((more, less) => {
    // More ballots than were given out make a vote void; anything else is a slip.
    const [zh, en] = less === 'collected' ? ['这次表决无效，要重新投票', 'the vote is void, take it again'] : ['请核对', 'check them']
    if (counts[less] > counts[more])
      faults.push({ zh: `${said(less)}，多于${said(more)}，${zh}。`, en: `${less}: ${counts[less]}, ${more}: ${counts[more]}; ${en}.` })
    return less
  })
  if (2 * present <= all)
    faults.push({
      zh: '实到人数没有超过应到人数的一半，不能表决。',
      en: 'Not more than half of all members are present; no vote can be held.',
    })
  return faults
}

/** The number that shares are taken of: all members, those present, or valid votes; `@choice` reads the record's own frozen rule. */
export function ballotBase(field: BallotField, ballot: Ballot, data: Data): number {
  const of = field.of.startsWith('@') ? data[field.of.slice(1)] : field.of
  return of === 'present' ? ballot.present : of === 'valid' ? ballot.valid : ballot.all
}

/** The result: the first grade whose own and better counts together exceed the threshold of the base, else `otherwise`. Compared in whole numbers. */
export function ballotResult(field: BallotField, ballot: Ballot, data: Data): string {
  const base = ballotBase(field, ballot, data)
  const [part, whole] = threshold(field, data)
  let counted = 0
  for (const grade of field.grades) {
    counted += ballot[grade] ?? 0
    if (counted * whole > base * part) return grade
  }
  return field.otherwise
}

/** The fraction of the base that must be exceeded: fixed, or the one that the record's own frozen rule names (an unnamed rule asks for all votes). */
export function threshold(field: BallotField, data: Data): [number, number] {
  if (Array.isArray(field.over)) return field.over
  return field.over.is[String(data[field.over.by.slice(1)])] ?? [1, 1]
}
