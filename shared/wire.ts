import * as z from 'zod'
import { Label } from './definition/names.ts'
import { posts } from './post.ts'

const NamedDay = z.object({ day: z.string(), name: z.string() })

const HolderAnswer = z.object({
  kind: z.enum(['county', 'township', 'unit', 'deputy', 'person']),
  id: z.string(),
  desk: z.string().optional(),
})

/** A duty as the API tells it. `daysLeft` is null without a day and when nothing is owed any more. */
export const DutyAnswer = z.object({
  id: z.string(),
  key: z.string(),
  label: Label,
  holder: HolderAnswer,
  asker: HolderAnswer.optional(),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  doneOn: z.string().optional(),
  pausedOn: z.string().optional(),
  state: z.enum(['open', 'paused', 'done', 'void']),
  overdue: z.boolean(),
  daysLeft: z.number().nullable(),
  why: z.looseObject({
    basis: Label,
    length: z.record(z.string(), z.number()).nullable(),
    start: z.string(),
    skipped: z.array(NamedDay),
    pauses: z.array(z.looseObject({ from: z.string(), to: z.string(), days: z.number() })),
    extensions: z.array(z.looseObject({ on: z.string(), from: z.string().nullable(), to: z.string() })),
    provisional: z.literal(true).optional(),
  }),
})
export type DutyAnswer = z.infer<typeof DutyAnswer>

export const Ref = z.object({ ledger: z.string(), id: z.string() })
/**
 * A record beside another. `as`: parent, child, the field that names it, or `named` when it names this one. `owed` is its soonest open duty, else a
 * paused one; `says` what it tells of this one; `office` who handles it: the first office among its fields that the caller may see, or the county where
 * that one never owed anything of it.
 */
export const RefAnswer = Ref.extend({
  as: z.string(),
  number: z.string().optional(),
  heading: z.string(),
  state: z.string(),
  township: z.string().nullable(),
  office: z.object({ kind: z.enum(['county', 'township', 'unit']), id: z.string() }).optional(),
  says: z.string().optional(),
  owed: z.object({ state: z.enum(['open', 'paused']), dueOn: z.string().nullable(), daysLeft: z.number().nullable() }).nullable(),
})
export type RefAnswer = z.infer<typeof RefAnswer>

const MayAnswer = z.object({
  edit: z.boolean(),
  fields: z.array(z.string()),
  delete: z.boolean(),
  transitions: z.array(
    z.object({
      key: z.string(),
      possible: z.boolean(),
      why: Label.optional(),
      for: z.array(z.string()).optional(),
      discharges: z.array(z.string()),
    }),
  ),
})

const ActorAnswer = z.object({ id: z.string(), name: z.string(), office: z.object({ kind: z.string(), id: z.string() }) })
const FileAnswer = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number(), by: z.string(), at: z.string() })

const NamedPerson = z.object({ id: z.string(), name: z.string() })
/** People whom the caller may name, by name. */
export const PeopleAnswer = z.object({
  data: z.array(
    NamedPerson.extend({
      office: z.object({ kind: z.enum(['county', 'township', 'unit', 'deputy']), id: z.string() }),
      post: z.enum(posts).optional(),
      posts: z.array(z.enum(posts)).optional(),
    }),
  ),
})
export type PeopleAnswer = z.infer<typeof PeopleAnswer>

/** A record as the API tells it. `data` is what the ledger's definition says, without the fields that the caller may not see. */
export const RecordAnswer = Ref.extend({
  number: z.string().optional(),
  heading: z.string(),
  township: z.string().nullable(),
  parent: Ref.optional(),
  refs: z.array(RefAnswer),
  state: z.string(),
  version: z.number(),
  year: z.number(),
  term: z.number().optional(),
  session: z.number().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: ActorAnswer,
  on: z.string().optional().meta({ description: 'The day of its last step; `updatedAt` tells when it was entered.' }),
  data: z.record(z.string(), z.unknown()),
  duties: z.array(DutyAnswer),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  took: z.record(z.string(), z.object({ person: z.string(), on: z.string() })),
  people: z.array(NamedPerson).optional(),
  files: z.array(FileAnswer).optional(),
  may: MayAnswer.optional(),
})
export type RecordAnswer = z.infer<typeof RecordAnswer>

export const EventAnswer = z.looseObject({
  seq: z.number(),
  at: z.string().meta({ description: 'The instant at which it was entered.' }),
  on: z.string().meta({ description: 'The day it happened.' }),
  entered: z.string().optional().meta({ description: 'The day of its entry, where that is a later one.' }),
  undoes: z.number().optional().meta({ description: 'Of an `undo`: the first event that it takes back, with all that stood since.' }),
  reason: z.string().optional().meta({ description: 'Why it was entered so late, or taken back.' }),
  by: ActorAnswer,
  for: z.string().optional(),
  transition: z.string(),
  branch: z.number().optional(),
  cause: Ref.extend({ seq: z.number() }).optional(),
  paper: z
    .object({ key: z.string(), word: z.string(), year: z.number(), no: z.number(), edition: z.number(), hash: z.string() })
    .optional()
    .meta({ description: 'A paper that was sent out, with the SHA-256 of its file.' }),
  file: z.object({ import: z.string(), name: z.string() }).optional(),
  from: z.string().nullable(),
  to: z.string(),
  changes: z.record(z.string(), z.object({ old: z.unknown(), new: z.unknown() })),
  said: z.record(z.string(), z.unknown()),
  prev: z.string(),
  hash: z.string(),
  form: z.union([z.literal(1), z.literal(2)]),
  bridge: z.literal(true).optional(),
  commits: z.array(z.string()).optional(),
  keys: z
    .object({ changes: z.record(z.string(), z.string()), said: z.record(z.string(), z.string()), prev: z.string().optional() })
    .optional(),
})
export type EventAnswer = z.infer<typeof EventAnswer>

/** Whether the events of a record stand as they were written; `count` is how many there are, `brokenAt` the first that does not fit. */
export const Chain = z.object({ ok: z.boolean(), count: z.number(), brokenAt: z.number().optional() })
export type Chain = z.infer<typeof Chain>

/**
 * How the platform fares: the last morning's reminders, what could not be mailed so far, changes whose lists and counters are under way, addresses that
 * take no mail.
 */
export const HealthFigures = z.object({
  morning: z
    .object({ date: z.string(), at: z.string(), sent: z.number(), planned: z.number(), suppressed: z.number(), faults: z.number() })
    .optional(),
  unsent: z.number(),
  underway: z.number(),
  bounced: z.number(),
})
export type HealthFigures = z.infer<typeof HealthFigures>

/** What happened to a record, oldest first, chained by hash. `files`: what is known of those that the record holds or acts on it brought. */
export const EventsAnswer = z.object({ data: z.array(EventAnswer), next: z.string().optional(), files: z.array(FileAnswer), chain: Chain })

/** A day of the year's calendar: what is planned on it, or what the reader's own office owes by then. */
export const CalendarDay = z.object({
  on: z.string(),
  what: z.enum(['planned', 'owed']),
  label: Label,
  says: Label.optional().meta({ description: 'What comes on it, in a sentence; `{this}` stands for the item.' }),
  ledger: z.string(),
  id: z.string(),
  key: z.string(),
  number: z.string().optional(),
  heading: z.string().optional().meta({ description: 'Absent on an item that one desk reads alone.' }),
  township: z.string().nullable(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** An item that a meeting dealt with, and how far it is. */
export const DecidedItem = Ref.extend({
  number: z.string().optional(),
  heading: z.string(),
  township: z.string().nullable(),
  state: z.string(),
  dueOn: z.string().nullable(),
  // What is due then.
  duty: Label.optional(),
  overdue: z.boolean(),
})
export type DecidedItem = z.infer<typeof DecidedItem>

/** The last meeting that was held, and what came of it. */
export const LastMeeting = Ref.extend({
  number: z.string().optional(),
  heading: z.string(),
  on: z.string(),
  items: z.array(DecidedItem),
})
export type LastMeeting = z.infer<typeof LastMeeting>
