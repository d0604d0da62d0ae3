import * as z from 'zod'
import { KEY } from '../names.ts'
import { posts } from '../post.ts'
import { Condition } from './condition.ts'
import { Due, Length } from './due.ts'
import { Field } from './field.ts'
import { Anchor, FieldRef, Key, Label, Line, naming, Option } from './names.ts'
import { Paper } from './paper.ts'
import { Access, Who } from './who.ts'

export const phases = ['draft', 'open', 'paused', 'done', 'void'] as const
export type Phase = (typeof phases)[number]

const Asked = naming(`${KEY}\\??`, 'a field, with ? when optional')
// Only where an office that one of these fields named before is named there no more.
const left = z.array(FieldRef).min(1).optional()
const Put = z.union([
  z.strictObject({ put: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]), left }),
  z.strictObject({ add: z.number() }),
  // The office that asked leaves this field, and the one that the other field names takes its place.
  z.strictObject({ swap: FieldRef }),
  z.strictObject({ copy: naming(`@${KEY}|parent\\.${KEY}`, '@field or parent.field') }),
  z.strictObject({ stamp: z.enum(['today', 'actor', 'office', 'term', 'session']), left }),
])
const each = `each(?:\\.${KEY})?`
const Fill = z.union([
  naming(`@${KEY}|${each}|number|id|today|township|creator`, '@field, each, each.column, number, id, today, township or creator'),
  z.strictObject({ put: z.union([z.string(), z.number(), z.boolean()]) }),
  // One text after the other, of a list its rows, as far as they fit.
  z.strictObject({ texts: z.array(FieldRef).min(1) }),
  // A text with words around it: 走访{@place}.
  z.strictObject({ words: Line }),
])
const Creates = z.strictObject({
  ledger: Key,
  // A saved filter, or records of any ledger: one for each of them, made after the step itself, however many there are; `counted` gets their number.
  for: z.union([z.literal('townships'), Anchor]).optional(),
  counted: FieldRef.optional(),
  township: naming(`county|${each}`, 'county, each or each.column').optional(),
  fill: z.record(Key, Fill).optional(),
  when: z.array(Condition).min(1).optional(),
  // What stands once and has been entered by somebody already is there, and refuses nothing.
  unlessThere: z.literal(true).optional(),
})
const Opens = z.union([Key, z.strictObject({ duty: Key, when: z.array(Condition).min(1) })])

/** What a transition, a branch of one or a creation does. */
const effects = {
  to: Key.optional(),
  sets: z.record(Key, Put).optional(),
  discharges: z.array(Key).min(1).optional(),
  opens: z.array(Opens).min(1).optional(),
  moves: z
    .array(z.strictObject({ duty: Key, to: FieldRef }))
    .min(1)
    .optional(),
  creates: z.array(Creates).min(1).optional(),
  // What the offices owed that these fields named before passes to those that they name now, each with a clock of its own.
  hands: z.array(FieldRef).min(1).optional(),
  numbers: z.literal(true).optional(),
  joins: FieldRef.optional(),
}
const Effects = z.strictObject(effects)
export type Effects = z.infer<typeof Effects>

const Transition = z.strictObject({
  label: Label,
  // What it does, in a sentence above its form: `{this}` is the item, `{@field}` what is being filled in, `{next}` the office that owes what follows.
  says: Label.optional(),
  // What it says where the item's state refuses it, instead of what the state is and which comes first.
  why: Label.optional(),
  // What somebody did by it, for mails, where its name leaves out what they must know: 定于{@date}开展. Of a part behind a comma that has no text, nothing is said.
  told: Label.optional(),
  // None: nobody takes it any more, and it tells what was taken before.
  from: z.array(Key),
  by: z.array(Who).min(1),
  asks: z.array(Asked).min(1).optional(),
  // Taken once for the same: what it says in these fields, on one record.
  once: z.array(Key).min(1).optional(),
  // With `by: holder`: duties of which the acting office holds an open one, and which go on.
  owing: z.array(Key).min(1).optional(),
  // Questions that may be left open otherwise, and must be answered when these conditions hold.
  needs: z
    .array(z.strictObject({ field: Key, when: z.array(Condition).min(1) }))
    .min(1)
    .optional(),
  when: z.array(Condition).min(1).optional(),
  // The step waits for the day in this field: it did not happen before.
  notBefore: FieldRef.optional(),
  inPerson: z.literal(true).optional(),
  confirm: z.literal(true).optional(),
  branches: z
    // `says`: what it does where it is known that it goes this way.
    .array(z.strictObject({ when: z.array(Condition).min(1), says: Label.optional(), ...effects }))
    .min(1)
    .optional(),
  ...effects,
})
export type Transition = z.infer<typeof Transition>

// Posts of the holder's office, and `leaders`: those of the county, who hear of what is escalated to them and of nothing else.
const addressee = z.union([Who, z.enum([...posts, 'leaders'])])
export const Rung = z.strictObject({
  days: z.number().int().optional(),
  workdays: z.number().int().optional(),
  every: z.number().int().min(1).optional(),
  to: z.array(addressee).min(1),
  cc: z.array(addressee).min(1).optional(),
})
export type Rung = z.infer<typeof Rung>

/** One field not above (`atMost`) or not below (`atLeast`) another: numbers, days or lists by their length; `unless` excepts. */
const Bound = z
  .strictObject({ field: Key, atMost: FieldRef.optional(), atLeast: FieldRef.optional(), unless: z.array(Condition).min(1).optional() })
  .refine(({ atMost, atLeast }) => (atMost === undefined) !== (atLeast === undefined), 'either atMost or atLeast')
export type Bound = z.infer<typeof Bound>

const DutyRule = z.strictObject({
  label: Label,
  basis: Label,
  holder: z.array(Who).min(1),
  due: Due,
  cap: Length.optional(),
  during: z.array(Key).min(1).optional(),
  runsWhilePaused: z.literal(true).optional(),
  heldBy: z.array(Key).min(1).optional(),
  // One instance for each office that asks: it holds back (`heldBy`) what that office owes, and is void once it owes nothing more.
  asker: z.literal(true).optional(),
  // Why the office that holds it cannot hand it back.
  stays: Label.optional(),
  reminders: z.union([z.enum(['long', 'short', 'none']), z.array(Rung).min(1)]).optional(),
})
export type DutyRule = z.infer<typeof DutyRule>

const Report = z.strictObject({
  duty: Key.optional(),
  by: z.array(Key).optional(),
  counts: z.array(Key).optional(),
  sums: z.array(Key).optional(),
  // Sums count records in these states only.
  sumsIn: z.array(Key).min(1).optional(),
  // Of one person and year, each option of `by` adds no more than so much to the sum; the whole is graded.
  caps: z
    .strictObject({
      sum: Key,
      per: Key,
      by: Key,
      most: z.record(Key, z.number()),
      grades: z
        .array(z.strictObject({ from: z.number(), is: Key }))
        .min(1)
        .optional(),
    })
    .optional(),
  // A township is covered that has a record in one of these states.
  covers: z.array(Key).min(1).optional(),
  rates: z
    .record(
      Key,
      z.strictObject({ label: Label, of: z.array(Condition).min(1), over: z.array(Condition).min(1), due: z.literal(true).optional() }),
    )
    .optional(),
})
const Import = z.strictObject({
  lands: z
    .array(z.strictObject({ when: z.array(Condition), in: Key }))
    .min(1)
    .optional(),
  duties: z
    .array(z.strictObject({ duty: Key, opened: FieldRef, due: FieldRef.optional(), done: FieldRef.optional() }))
    .min(1)
    .optional(),
  titled: z.strictObject({ field: Key, from: Key }).optional(),
})

/**
 * How duties go from a wrong office to the right one; a part that is written out into fields, steps and a duty (returns.ts) before the gate judges. `work`: what
 * the office does, where the item is no piece of work that could go back, and only this passes to another: 整改. `label` and `says` of who asks, where the office
 * was named wrongly.
 */
const Returns = z.strictObject({
  label: Label.optional(),
  says: Label.optional(),
  work: Label.optional(),
  by: z.array(Who).min(1).optional(),
  also: z.array(Key).min(1).optional(),
  to: Key.optional(),
  opens: z.array(Opens).min(1).optional(),
  discharges: z.array(Key).min(1).optional(),
  sets: z.record(Key, Put).optional(),
})

/** A kind of work, declared as data (vocabulary.md). Strict: an unknown key is a fault. The gate (`parseLedger`) judges what a schema cannot. */
export const Ledger = z.strictObject({
  key: Key,
  label: Label,
  system: z.number().int().min(1).max(99),
  // Its place among the ledgers of its system; those that name none come after.
  place: z.number().int().min(1).max(99).optional(),
  level: z.enum(['county', 'township', 'both']).optional(),
  part: z.literal(true).optional(),
  // How Chinese speaks of its records: the word that counts them, 件 where none is said, and whether their headings are titles, which stand in 《》; what is
  // called by a name stands in “”. `self`: how a sentence of it begins that does not name it, 这件 where none is said: 本站. `heads`: the words around a
  // heading where a choice says what is done about it: 免去{title}职务.
  spoken: z
    .strictObject({
      measure: z.string().min(1).max(2).optional(),
      title: z.literal(true).optional(),
      self: z.string().min(2).max(8).optional(),
      heads: z.strictObject({ by: Key, as: z.record(Option, naming('[^{}\\n]*\\{title\\}[^{}\\n]*', 'words around {title}')) }).optional(),
    })
    .optional(),
  year: FieldRef.optional(),
  // What it says of a record that it names, in one line on that record's page.
  tells: Key.optional(),
  // Its records are meetings: on which day, and in which states one was held. What the last one decided is looked back on.
  meets: z.strictObject({ day: FieldRef, in: z.array(Key).min(1) }).optional(),
  // Its records are the files of deputies, one each: the field that names whose. Who has one that has not ended holds a seat.
  register: Key.optional(),
  // What steps make here is about the deputy whom this field names: it belongs to the township of his file; about whom no file names, to the item's.
  whose: FieldRef.optional(),
  // Entered once: no two records of the county hold the same in all of these fields, unless one is void or deleted.
  once: z.array(Key).min(1).optional(),
  // What must hold between fields, however they are filled.
  bounds: z.array(Bound).min(1).optional(),
  number: z.strictObject({ format: Line, per: z.array(z.string()).min(1) }).optional(),
  fields: z.record(Key, Field),
  // `rests`: why nothing is owed in an open state that has no duty. `pile`: what its items are called together in a list, where 待 and the next step
  // would not do. `lasts`: in it nothing is worked on: a deputy in office, a house that is open.
  states: z.record(
    Key,
    z.strictObject({
      label: Label,
      phase: z.enum(phases),
      rests: Label.optional(),
      pile: Label.optional(),
      lasts: z.literal(true).optional(),
      retired: z.literal(true).optional(),
    }),
  ),
  initial: Key,
  // What an office does that enters one, as a sentence tells it: 移交, handed over. Without it, it is registered.
  begins: Label.optional(),
  born: Effects.optional(),
  transitions: z.record(Key, Transition),
  duties: z.record(Key, DutyRule),
  may: z.strictObject({ create: z.array(Who), read: z.array(Access), edit: z.array(Access) }),
  // Those who brought a record: deputies among them are told of every step that is taken on it, in one mail a day.
  hears: z.array(Who).min(1).optional(),
  // Of which steps, where not all of them concern these.
  hearsOf: z.array(Key).min(1).optional(),
  list: z.strictObject({
    columns: z.array(z.string()).min(1),
    filters: z.array(z.string()).optional(),
    sort: z.string().optional(),
    search: z.array(z.string()).optional(),
  }),
  report: Report.optional(),
  import: Import.optional(),
  returns: Returns.optional(),
  papers: z.record(Key, Paper).optional(),
})
export type Ledger = z.infer<typeof Ledger>

/** A definition in force, with where it comes from (`ours`, `amended` or `county`) and its version. */
export type Definition = { origin: 'ours' | 'amended' | 'county'; version: number; ledger: Ledger }
