import type { Field } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Effects, Ledger } from '../ledger.ts'
import { textIn } from '../lines.ts'
import { nextDuty } from '../openers.ts'
import { due, elsewhere, others } from './others.ts'
import { conditions, namesOne, type Say, states, words } from './words.ts'

/** Every reference to a field, state or duty names one, and one of the right kind. */
export function refFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const say: Say = (path, message) => void faults.push({ path, message })
  for (const [key, move] of Object.entries(ledger.transitions)) {
    const path = `transitions.${key}`
    states(ledger, move.from, `${path}.from`, say)
    words(ledger, move.by, `${path}.by`, say)
    for (const [at, ask] of (move.asks ?? []).entries()) {
      const field = ledger.fields[ask.replace('?', '')]
      if (!field) say(`${path}.asks.${at}`, 'no such field')
      else if (field.kind === 'computed') say(`${path}.asks.${at}`, 'a computed field cannot be asked')
    }
    if (new Set((move.asks ?? []).map((ask) => ask.replace('?', ''))).size !== (move.asks ?? []).length)
      say(`${path}.asks`, 'a field is asked twice')
    for (const said of [move, ...(move.branches ?? [])].flatMap(({ says }) => Object.values(says ?? {})))
      for (const [, key = ''] of said.matchAll(/\{(.*?)\}/g))
        if (key === 'next' ? nextDuty(move) === undefined : key !== 'this' && !ledger.fields[key.slice(1)])
          say(`${path}.says`, key === 'next' ? 'nobody is next: no duty follows' : `no such field: ${key}`)
    if (move.notBefore && ledger.fields[move.notBefore.slice(1)]?.kind !== 'date')
      say(`${path}.notBefore`, `${move.notBefore} is no date field`)
    conditions(ledger, move.when, `${path}.when`, say)
    effects(ledger, move, path, say)
    move.branches?.forEach((branch, at) => {
      conditions(ledger, branch.when, `${path}.branches.${at}.when`, say)
      effects(ledger, branch, `${path}.branches.${at}`, say)
    })
    if (move.by.includes('holder') && !move.discharges && !move.owing) say(`${path}.by`, 'holder needs discharges or owing')
    for (const duty of move.owing ?? []) if (!Object.hasOwn(ledger.duties, duty)) say(`${path}.owing`, `no such duty: ${duty}`)
    for (const [at, need] of (move.needs ?? []).entries()) {
      if (!move.asks?.includes(`${need.field}?`)) say(`${path}.needs.${at}`, `${need.field} is not asked as one that may be left open`)
      conditions(ledger, need.when, `${path}.needs.${at}.when`, say)
    }
    if (move.by.includes('system') && !move.when) say(`${path}.by`, 'system needs when')
    if (move.by.includes('system') && move.asks?.some((ask) => !ask.endsWith('?')))
      say(`${path}.asks`, 'system cannot answer a required question')
    for (const word of ['public', 'parent']) if (move.by.includes(word)) say(`${path}.by`, `${word} cannot act`)
  }
  if (ledger.born) effects(ledger, ledger.born, 'born', say)
  for (const [key, { retired }] of Object.entries(ledger.fields))
    if (typeof retired === 'string' && !Object.hasOwn(ledger.fields, retired)) say(`fields.${key}.retired`, `no such field: ${retired}`)
  for (const [key, rule] of Object.entries(ledger.duties)) {
    const path = `duties.${key}`
    words(ledger, rule.holder, `${path}.holder`, say)
    for (const word of rule.holder) if (/^(holder|public|system|parent|any)/.test(word)) say(`${path}.holder`, `${word} cannot hold a duty`)
    if (rule.during) states(ledger, rule.during, `${path}.during`, say)
    due(ledger, rule.due, `${path}.due`, say)
    for (const other of rule.heldBy ?? []) if (!Object.hasOwn(ledger.duties, other)) say(`${path}.heldBy`, `no such duty: ${other}`)
  }
  words(ledger, ledger.hears ?? [], 'hears', say)
  for (const step of ledger.hearsOf ?? []) if (!Object.hasOwn(ledger.transitions, step)) say('hearsOf', `no such transition: ${step}`)
  others(ledger, say)
  return faults
}

function effects(ledger: Ledger, each: Effects, path: string, say: Say): void {
  if (each.to) {
    states(ledger, [each.to], `${path}.to`, say)
    if (ledger.states[each.to]?.retired) say(`${path}.to`, 'this state is retired')
  }
  for (const [key, set] of Object.entries(each.sets ?? {})) {
    const field = ledger.fields[key]
    if (!field) say(`${path}.sets.${key}`, 'no such field')
    else if (field.kind === 'computed') say(`${path}.sets.${key}`, 'a computed field cannot be set')
    else if ('add' in set && field.kind !== 'number') say(`${path}.sets.${key}`, 'only a number can be added to')
    if ('swap' in set && (!ofOffices(ledger, key) || ledger.fields[set.swap.slice(1)]?.kind !== 'office'))
      say(`${path}.sets.${key}`, 'only offices change places, with the one that an office field names')
    const left = 'left' in set ? (set.left ?? []) : []
    if (left.some((ref) => !ofOffices(ledger, ref.slice(1)))) say(`${path}.sets.${key}.left`, 'only offices leave a field')
    if ('copy' in set && set.copy.startsWith('@') && !Object.hasOwn(ledger.fields, set.copy.slice(1)))
      say(`${path}.sets.${key}`, `no such field: ${set.copy}`)
  }
  for (const duty of each.discharges ?? []) if (!Object.hasOwn(ledger.duties, duty)) say(`${path}.discharges`, `no such duty: ${duty}`)
  for (const [at, open] of (each.opens ?? []).entries()) {
    const duty = typeof open === 'string' ? open : open.duty
    if (!Object.hasOwn(ledger.duties, duty)) say(`${path}.opens.${at}`, `no such duty: ${duty}`)
    if (typeof open !== 'string') conditions(ledger, open.when, `${path}.opens.${at}.when`, say)
  }
  for (const [at, move] of (each.moves ?? []).entries()) {
    if (!Object.hasOwn(ledger.duties, move.duty)) say(`${path}.moves.${at}`, `no such duty: ${move.duty}`)
    if (ledger.fields[move.to.slice(1)]?.kind !== 'date') say(`${path}.moves.${at}`, `${move.to} is no date field`)
  }
  for (const [at, ref] of (each.hands ?? []).entries())
    if (!ofOffices(ledger, ref.slice(1))) say(`${path}.hands.${at}`, `${ref} names no offices`)
  if (each.joins && !namesOne(ledger, each.joins.slice(1))) say(`${path}.joins`, `${each.joins} names no single record`)
  for (const [at, create] of (each.creates ?? []).entries()) {
    const here = `${path}.creates.${at}`
    const listKinds: Field['kind'][] = ['items', 'choices', 'offices', 'deputies', 'names', 'records', 'query', 'office']
    if (create.counted && ledger.fields[create.counted.slice(1)]?.kind !== 'number') say(`${here}.counted`, 'not a number field')
    if (create.for?.includes('.')) elsewhere(ledger, create.for, `${here}.for`, say)
    else if (create.for?.startsWith('@') && !listKinds.includes(ledger.fields[create.for.slice(1)]?.kind ?? 'text'))
      say(`${here}.for`, 'not a list field')
    for (const [key, fill] of Object.entries(create.fill ?? {})) {
      const words = typeof fill === 'object' && 'words' in fill ? [...fill.words.matchAll(textIn)].map(([, name]) => `@${name}`) : []
      const named = typeof fill === 'string' ? [fill] : 'texts' in fill ? fill.texts : words
      for (const each of named)
        if (each.startsWith('@') && !Object.hasOwn(ledger.fields, each.slice(1))) say(`${here}.fill.${key}`, `no such field: ${each}`)
    }
    conditions(ledger, create.when, `${here}.when`, say)
  }
}

const ofOffices = (ledger: Ledger, key: string): boolean => ['office', 'offices'].includes(ledger.fields[key]?.kind ?? '')
