import * as z from 'zod'
import { KEY } from '../names.ts'
import { Condition } from './condition.ts'
import { Key, Label, Line, naming } from './names.ts'
import { slotsOf } from './slots.ts'
import { Who } from './who.ts'

/** A text of a paper with slots in braces, `请于{due.reply}前答复{@deputies}代表`. Papers are Chinese, whatever language the panel speaks. */
export const PaperText = z
  .string()
  .min(1)
  .max(2000)
  .refine((text) => !slotsOf(text).includes(null) && !/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')), 'braces that hold no slot')

const when = { when: z.array(Condition).min(1).optional() }
/** A sentence that is left out where its conditions do not hold, or where one of its slots has nothing to say. */
const Sentence = z.union([PaperText, z.strictObject({ text: PaperText, ...when })])
/** A row of facts: a field under its own label, or a text under one that is written here. Without text it is a place to write. */
const Fact = z.union([
  naming('@[a-z][a-zA-Z0-9-]{0,39}', 'a field reference: @ and the field'),
  z.strictObject({ label: Line, text: PaperText.optional() }),
])
/** Which columns of an `items` field a table shows. */
const columns = z.array(Key).min(1).max(12)
/** What a column of a table of records shows: a field, a header, or the day of a duty (`due.reply`), of several that of the one that is owed. */
const shown = z
  .array(naming(`${KEY}|due(?:\\.${KEY})+`, 'a field, a header, or due. and a duty'))
  .min(1)
  .max(12)

// A paragraph, or a heading of one of the four levels 一、（一）1.（1）, numbered by itself.
const Text = z.strictObject({
  as: z.literal('text'),
  level: z.number().int().min(1).max(4).optional(),
  say: z.array(Sentence).min(1),
  ...when,
})
// The records from which a list is made.
const Records = z.strictObject({ as: z.literal('records'), columns: shown, ...when })
// Of these records: how many have which option of a choice, and rates that the report declares.
const Figures = z.strictObject({ as: z.literal('figures'), counts: z.array(Key).optional(), rates: z.array(Key).optional(), ...when })
// The records by township, or by an office or a choice: how many, how many are over or late, and rates.
const Groups = z.strictObject({ as: z.literal('groups'), by: Key, rates: z.array(Key).optional(), ...when })

/**
 * What a paper tells of records on another ledger, as a list does; left out while there are none. Of an office's year: those of the year, or all that stand
 * (`standing`), and with `own` only what belongs to the office itself. In a paper of one record: those that name in a field what the record names (`match`),
 * in the same township.
 */
const Section = z.strictObject({
  as: z.literal('section'),
  ledger: Key,
  standing: z.literal(true).optional(),
  own: z.literal(true).optional(),
  in: z.array(Key).min(1).optional(),
  match: z.strictObject({ field: Key, is: naming('@[a-z][a-zA-Z0-9-]{0,39}', 'a field reference: @ and the field') }).optional(),
  blocks: z
    .array(z.discriminatedUnion('as', [Text, Records, Figures, Groups]))
    .min(1)
    .max(8),
  ...when,
})
export type Section = z.infer<typeof Section>

/** A part of a paper. Each may hang on conditions, judged on the record. */
const Block = z.discriminatedUnion('as', [
  // 发文机关标志: the organ in red above the line.
  z.strictObject({ as: z.literal('masthead'), text: PaperText, ...when }),
  // 发文字号, such as 人大办〔2026〕3号; `{no}` is given when the paper is issued.
  z.strictObject({ as: z.literal('number'), text: PaperText, ...when }),
  z.strictObject({ as: z.literal('heading'), text: z.array(PaperText).min(1).max(2), ...when }),
  z.strictObject({ as: z.literal('addressee'), text: PaperText, ...when }),
  Text,
  z.strictObject({ as: z.literal('facts'), rows: z.array(z.array(Fact).min(1).max(3)).min(1), ...when }),
  z.strictObject({ as: z.literal('items'), of: Key, columns: columns.optional(), ...when }),
  z.strictObject({ as: z.literal('children'), ledger: Key, columns: shown, ...when }),
  Records,
  // The records written out one after the other, under a heading for each option of a choice: a compendium.
  z.strictObject({ as: z.literal('chapters'), by: Key, text: Key, ...when }),
  Figures,
  Groups,
  Section,
  // A ballot: a row for each subject or child, a box for each option.
  z.strictObject({ as: z.literal('ticks'), of: Key, rows: z.array(PaperText).min(1).optional(), children: Key.optional(), ...when }),
  // Who is named in a field, a row each, with empty boxes: attendance, collection.
  z.strictObject({ as: z.literal('roll'), of: Key, boxes: z.array(Line).min(1).max(6), ...when }),
  z.strictObject({ as: z.literal('duties'), ...when }),
  // Of each duty that is owed, why its day is that day (期限说明).
  z.strictObject({ as: z.literal('days'), ...when }),
  z.strictObject({ as: z.literal('timeline'), ...when }),
  // A box to write in.
  z.strictObject({ as: z.literal('space'), label: Line, lines: z.number().int().min(1).max(30), ...when }),
  z.strictObject({ as: z.literal('signs'), labels: z.array(Line).min(1).max(4), ...when }),
  // 发文机关署名, 成文日期 and the place of the seal.
  z.strictObject({ as: z.literal('seal'), text: PaperText.optional(), ...when }),
  z.strictObject({ as: z.literal('qr'), ...when }),
  // 附件: begins on a page of its own, with what it is called.
  z.strictObject({ as: z.literal('annex'), text: PaperText, ...when }),
  z.strictObject({ as: z.literal('attached'), names: z.array(PaperText).min(1), ...when }),
  // 版记: copies to, and who printed it when.
  z.strictObject({ as: z.literal('copies'), to: PaperText, ...when }),
])
export type Block = z.infer<typeof Block>

/**
 * A paper that is made from records of a ledger: letters and lists in the national format of party and government documents (GB/T 9704—2012), slips, forms and
 * ballots on a plain sheet. `for`: whom it goes to; what they may not see cannot stand in it. `of`: made from one record, or a list from several, or from an
 * office's year over several ledgers; `each` parts it, one paper for each office in that field (or `township`).
 */
export const Paper = z.strictObject({
  label: Label,
  for: z.array(Who).min(1),
  of: z.enum(['list', 'office']).optional(),
  each: Key.optional(),
  sheet: z.enum(['official', 'plain', 'wide']),
  // States in which it is made, steps of which one was taken, and what must hold besides.
  in: z.array(Key).min(1).optional(),
  after: z.array(Key).min(1).optional(),
  ...when,
  // Under which word it gets a number of the register of papers sent out, 人大办: a sequence for each organ and year without gaps.
  register: Line.optional(),
  // Whose paper it is: who signs it and sends it out. Of one record it is offered to them and to those to whom it goes, who get a copy to read, without
  // letterhead, number and seal; of several to who signs it alone.
  from: z.union([Who, z.array(Who).min(1)]).optional(),
  // The day that it bears: of the step that it documents. Without, and before that step, the day on which it is sent out under a number, or a line to write on.
  on: PaperText.optional(),
  // It urges: it is made while one of these duties is near its day or late, and nothing holds its reminders back.
  urges: z.union([Key, z.array(Key).min(1)]).optional(),
  blocks: z.array(Block).min(1).max(40),
})
export type Paper = z.infer<typeof Paper>
