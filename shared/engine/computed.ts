import { daysBetween } from '../deadline/calendar.ts'
import type { Field } from '../definition/field.ts'
import type { Ledger } from '../definition/ledger.ts'
import { isDay } from '../names.ts'
import type { Ballot, Data, Row, Value } from '../record.ts'
import { heldApart } from './apart.ts'
import { ballotBase, ballotResult } from './ballot.ts'
import { pollStanding } from './poll.ts'

/** Returns the data with every computed field refreshed, in the order declared, and lists without who stands apart. A value depends on its own record only, never on today. */
export function refresh(ledger: Ledger, data: Data): Data {
  const next = heldApart(ledger, data)
  for (const [key, field] of Object.entries(ledger.fields)) {
    if (field.kind !== 'computed') continue
    const value = compute(ledger.fields, field.value, next)
    if (value === null) delete next[key]
    else next[key] = value
  }
  return next
}

function compute(fields: Record<string, Field>, rule: Extract<Field, { kind: 'computed' }>['value'], data: Data): Value {
  switch (rule.as) {
    case 'ballot':
    case 'share': {
      const field = fields[rule.of]
      const ballot = data[rule.of]
      if (field?.kind !== 'ballot' || !isBallot(ballot)) return null
      if (rule.as === 'ballot') return ballotResult(field, ballot, data)
      const base = ballotBase(field, ballot, data)
      return base === 0 ? null : (ballot[rule.option] ?? 0) / base
    }
    case 'poll':
      return pollStanding(data[rule.of])
    case 'grade': {
      const score = data[rule.of]
      if (typeof score !== 'number') return null
      const step = [...rule.steps].sort((a, b) => b.from - a.from).find(({ from }) => score >= from)
      return step?.is ?? null
    }
    case 'table': {
      const table = rule.under === undefined ? rule.table : rule.table[String(data[rule.under])]
      const points = typeof table === 'object' ? table[String(data[rule.of])] : undefined
      const times = rule.times === undefined ? 1 : data[rule.times]
      return typeof points !== 'number' || typeof times !== 'number' ? null : points * times
    }
    case 'rate': {
      const part = data[rule.of]
      const whole = data[rule.over]
      return typeof part === 'number' && typeof whole === 'number' && whole !== 0 ? part / whole : null
    }
    case 'sum':
      return rows(data[rule.of]).reduce(
        (total, row) => total + (typeof row[rule.column] === 'number' ? (row[rule.column] as number) : 0),
        0,
      )
    case 'count':
      return Array.isArray(data[rule.of]) ? (data[rule.of] as unknown[]).length : 0
    case 'days': {
      const [from, to] = [data[rule.from], data[rule.to]]
      return isDay(from) && isDay(to) ? daysBetween(from, to) : null
    }
  }
}

function isBallot(value: Value | undefined): value is Ballot {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rows(value: Value | undefined): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
}
