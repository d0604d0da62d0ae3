import { basicFields } from '../engine/rights.ts'
import type { Label } from '../names.ts'
import { whoWords } from './describe.ts'
import type { Ledger } from './ledger.ts'
import type { Access } from './who.ts'

/** What more people than before may read, edit, take or hear of: where in the definition, and in a sentence who it is. */
export type Opening = { path: string; message: Label }

type Right = { who: string; in?: string[]; fields?: string[]; level?: 'county' }

/**
 * What a new version of a definition opens to people, or in states, for whom it was closed: reading, hidden fields, editing, entering, steps, and being told
 * of every step. Empty when nobody may do or see more of what there is already; what is new (a field, a step) opens nothing that was closed.
 */
export function opened(before: Ledger, after: Ledger): Opening[] {
  const everything = [...new Set([...basicFields(before), ...basicFields(after)])]
  const more = (path: string, was: readonly Access[], now: readonly Access[], say: (who: Label) => Label): Opening[] => {
    const [old, next] = [rightsOf(was, everything), rightsOf(now, everything)]
    const wider = next.filter((right) => !isCovered(right, old))
    return wider.length === 0 ? [] : [{ path, message: say(named(after, wider)) }]
  }
  const item = after.label
  const fields = Object.entries(before.fields).flatMap(([key, { seenBy, label }]) => {
    const next = after.fields[key]
    if (!seenBy || !next) return []
    return more(`fields.${key}.seenBy`, seenBy, next.seenBy ?? after.may.read, (who) => ({
      zh: `“${label.zh}”原来不对外，现在${who.zh}也能看到，已经登记的内容也一样。`,
      en: `“${label.en}” was hidden; now it shows to ${who.en} too, in what is stored already as well.`,
    }))
  })
  const steps = Object.entries(before.transitions).flatMap(([key, { by, label }]) =>
    more(`transitions.${key}.by`, by, after.transitions[key]?.by ?? [], (who) => ({
      zh: `“${label.zh}”现在${who.zh}也能办理。`,
      en: `“${label.en}” can now be taken by ${who.en} too.`,
    })),
  )
  return [
    ...more('may.read', before.may.read, after.may.read, (who) => ({
      zh: `${who.zh}能看到更多“${item.zh}”，已经登记的也一样。`,
      en: `${who.en} can see more of “${item.en}”, what is stored already included.`,
    })),
    ...fields,
    ...more('may.edit', before.may.edit, after.may.edit, (who) => ({
      zh: `${who.zh}能修改更多“${item.zh}”的内容。`,
      en: `${who.en} can change more of “${item.en}”.`,
    })),
    ...more('may.create', before.may.create, after.may.create, (who) => ({
      zh: `${who.zh}现在也能登记“${item.zh}”。`,
      en: `“${item.en}” can now be entered by ${who.en} too.`,
    })),
    ...more('hears', before.hears ?? [], after.hears ?? [], (who) => ({
      zh: `${who.zh}现在会收到“${item.zh}”每一步的邮件。`,
      en: `${who.en} are now told by mail of every step of “${item.en}”.`,
    })),
    ...steps,
  ]
}

function rightsOf(accesses: readonly Access[], everything: string[]): Right[] {
  return accesses.flatMap((access): Right[] => {
    if (typeof access === 'string') return [{ who: access, fields: everything }]
    const { who, in: states, fields = everything, level } = access
    return who.map((one) => ({ who: one, ...(states ? { in: states } : {}), fields, ...(level ? { level } : {}) }))
  })
}

/** Whether the rights of before, taken together, hold all that this one gives. */
function isCovered(right: Right, before: Right[]): boolean {
  const same = before.filter((old) => includes(old.who, right.who) && (old.level === undefined || old.level === right.level))
  return (right.fields ?? []).every((field) => {
    const here = same.filter((old) => old.fields?.includes(field))
    return here.some((old) => !old.in) || (right.in?.every((state) => here.some((old) => old.in?.includes(state))) ?? false)
  })
}

/** Whoever sits at a desk of the county office sits in it; the township of an item is one of all. */
function includes(old: string, word: string): boolean {
  return old === word || (old === 'county' && word.startsWith('county:')) || (old === 'anyTownship' && word === 'township')
}

function named(ledger: Ledger, rights: Right[]): Label {
  const words = [...new Set(rights.map(({ who }) => who))]
  const { zh, en } = whoWords(ledger, words)
  return { zh: zh || words.join('、'), en: en || words.join(', ') }
}
