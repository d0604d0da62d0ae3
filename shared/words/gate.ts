import type { Label } from '../names.ts'
import { beside } from './gate/beside.ts'
import { flow } from './gate/flow.ts'
import { names } from './gate/names.ts'

/** Messages of the gate, `{}` for what they name, as sentences in both languages. */
export type Sentences = { [message: string]: [zh: string, en: string] }

type Way = { shape: RegExp; zh: string; en: string; weight: number }
const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
const ways: Way[] = Object.entries({ ...names, ...flow, ...beside })
  .map(([template, [zh, en]]) => {
    const parts = template.split('{}')
    return { shape: new RegExp(`^${parts.map(escaped).join('(.+?)')}$`, 's'), zh, en, weight: parts.join('').length }
  })
  // What says more in words is meant before what leaves more open.
  .sort((a, b) => b.weight - a.weight)

/** What the gate says of a definition, to people; null for a message that has no sentence yet. Kept apart from the gate, which every door carries. */
export function gateSentence(message: string): Label | null {
  for (const { shape, zh, en } of ways) {
    const named = shape.exec(message)?.slice(1)
    if (named) return { zh: filled(zh, named), en: filled(en, named) }
  }
  return null
}

const filled = (text: string, named: string[]): string => text.replace(/\{(\d)\}/g, (whole, at) => named[Number(at)] ?? whole)
