import * as z from 'zod'
import { Condition } from './condition.ts'
import { Day, Elsewhere, FieldRef, Key, Label, Line, Option } from './names.ts'
import { Access } from './who.ts'

const common = {
  label: Label,
  required: z.literal(true).optional(),
  help: Label.optional(),
  only: z.literal('event').optional(),
  seenBy: z.array(Access).min(1).optional(),
  shownWhen: z.array(Condition).min(1).optional(),
  headings: z.array(Line).min(1).optional(),
  search: z.boolean().optional(),
  // Taken from another record as long as there is one, and with it when it changes there; of several, from the first that has it.
  from: z.union([Elsewhere, z.array(Elsewhere).min(1)]).optional(),
  // Filled no more; or the field that is filled in its place, which a register's column of it fills too, as far as its words are known there.
  retired: z.union([z.literal(true), Key]).optional(),
}
const options = z.record(Option, Label).refine((value) => Object.keys(value).length > 0, 'at least one option')
const officeKind = z.enum(['unit', 'township', 'county'])

const Text = z.strictObject({
  kind: z.literal('text'),
  ...common,
  max: z.number().int().min(1).max(20000).optional(),
  default: z.string().optional(),
})
const Num = z.strictObject({
  kind: z.literal('number'),
  ...common,
  min: z.number().optional(),
  max: z.number().optional(),
  unit: Label.optional(),
  default: z.number().optional(),
})
const DateField = z.strictObject({
  kind: z.literal('date'),
  ...common,
  none: z.literal(true).optional(),
  // A fact: a day that is yet to come is refused.
  past: z.literal(true).optional(),
  // What comes on it, as a line of a calendar says it; `{this}` is the item, `{township}` its place, `{@field}` a text of it.
  comes: Label.optional(),
  default: Day.optional(),
})
const YesNo = z.strictObject({ kind: z.literal('yesno'), ...common, default: z.boolean().optional() })
const Choice = z.strictObject({
  kind: z.literal('choice'),
  ...common,
  options,
  // Those of the options that a township chooses from for its own items.
  townships: z.array(Option).min(1).optional(),
  default: Option.optional(),
})
const Office = z.strictObject({ kind: z.literal('office'), ...common, of: officeKind })

/** A column of an `items` field: one of the simple kinds. */
export const Column = z.discriminatedUnion('kind', [Text, Num, DateField, YesNo, Choice, Office])
export type Column = z.infer<typeof Column>

const value = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('ballot'), of: Key }),
  z.strictObject({ as: z.literal('poll'), of: Key }),
  z.strictObject({ as: z.literal('share'), of: Key, option: Option }),
  z.strictObject({
    as: z.literal('grade'),
    of: Key,
    steps: z.array(z.strictObject({ from: z.number(), is: Option })).min(1),
    options: options.optional(),
  }),
  // With `under`, a choice names the table that holds for the record: rule sets that succeed one another.
  z.strictObject({
    as: z.literal('table'),
    of: Key,
    under: Key.optional(),
    table: z.record(Option, z.union([z.number(), z.record(Option, z.number())])),
    times: Key.optional(),
  }),
  z.strictObject({ as: z.literal('rate'), of: Key, over: Key }),
  z.strictObject({ as: z.literal('sum'), of: Key, column: Key }),
  z.strictObject({ as: z.literal('count'), of: Key }),
  z.strictObject({ as: z.literal('days'), from: Key, to: Key }),
])

const Fraction = z.tuple([z.number().int().min(0), z.number().int().min(1)])
/** A threshold that each record freezes for itself: a choice, and the fraction that each of its options stands for. */
const ByChoice = z.strictObject({ by: FieldRef, is: z.record(Option, Fraction) })

export const Field = z.discriminatedUnion('kind', [
  Text,
  Num,
  DateField,
  YesNo,
  Choice,
  Office,
  z.strictObject({ kind: z.literal('choices'), ...common, options, default: z.array(Option).optional() }),
  // `apart`: the office in that field is never among these.
  z.strictObject({
    kind: z.literal('offices'),
    ...common,
    of: officeKind,
    min: z.number().int().min(1).optional(),
    apart: FieldRef.optional(),
  }),
  z.strictObject({ kind: z.literal('person'), ...common, of: officeKind }),
  // `rest`: the first one leads, and the others are called so.
  z.strictObject({ kind: z.literal('deputies'), ...common, max: z.number().int().min(1).optional(), rest: Label.optional() }),
  z.strictObject({ kind: z.literal('names'), ...common, min: z.number().int().min(1).optional() }),
  // Without `of`, records of any ledger.
  z.strictObject({ kind: z.literal('records'), ...common, of: Key.optional(), max: z.number().int().min(1).optional() }),
  // A saved filter: the ledger and what its list is asked, `key?state=open&year=2026`.
  z.strictObject({ kind: z.literal('query'), ...common }),
  z.strictObject({
    kind: z.literal('items'),
    ...common,
    columns: z.record(Key, Column),
    min: z.number().int().min(1).optional(),
    default: z.array(z.record(Key, z.union([z.string(), z.number(), z.boolean()]))).optional(),
  }),
  z.strictObject({ kind: z.literal('files'), ...common, max: z.number().int().min(1).optional() }),
  z.strictObject({
    kind: z.literal('ballot'),
    ...common,
    options,
    grades: z.array(Option).min(1),
    otherwise: Option,
    of: z.union([z.enum(['all', 'present', 'valid']), FieldRef]),
    over: z.union([Fraction, ByChoice]),
  }),
  // A vote over a list: the open children on that ledger are its candidates, so many are chosen.
  z.strictObject({ kind: z.literal('poll'), ...common, candidates: Key, seats: FieldRef }),
  z.strictObject({ kind: z.literal('computed'), ...common, value }),
])
export type Field = z.infer<typeof Field>
export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>
