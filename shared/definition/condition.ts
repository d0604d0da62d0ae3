import * as z from 'zod'
import { FieldRef, Key, Label } from './names.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Bound = z.union([z.number(), FieldRef])
/** What a refusal says where it does not hold, instead of the sentence put together from what it asks. */
const said = { why: Label.optional() }

const OfField = z.strictObject({
  ...said,
  field: Key,
  is: z.union([Scalar, z.array(Scalar)]).optional(),
  not: z.union([Scalar, z.array(Scalar)]).optional(),
  filled: z.boolean().optional(),
  past: z.boolean().optional(),
  // The day has come: it is today's, or lies before it.
  reached: z.boolean().optional(),
  atLeast: Bound.optional(),
  atMost: Bound.optional(),
  above: Bound.optional(),
  below: Bound.optional(),
})
const OfDuty = z.strictObject({ duty: Key, open: z.boolean(), ...said })
const OfChildren = z.strictObject({
  ...said,
  children: Key,
  in: z.union([z.literal('closed'), z.array(Key).min(1)]),
  count: z.enum(['all', 'some', 'none']).optional(),
  // Only those children are looked at for which these hold.
  where: z.array(OfField).min(1).optional(),
  // What these add up to in a field of theirs, instead of how many there are.
  sum: Key.optional(),
  atLeast: Bound.optional(),
})
const OfParent = z.strictObject({ parent: z.array(Key).min(1), ...said })
/** The record that a field names stands in one of these states; never while it names none. */
const OfNamed = z.strictObject({ named: Key, in: z.array(Key).min(1), ...said })
/** The parent has taken the step that this field names, since the record began to owe. */
const ParentTook = z.strictObject({ parentTook: FieldRef, ...said })
/** Another record of this ledger under the same parent came after it and says the same in these fields. */
const Newer = z.strictObject({ newer: z.array(Key).min(1), ...said })
/** What became of the record in its parent's vote over a list. */
const Polled = z.strictObject({ polled: Key, is: z.enum(['elected', 'tied', 'lost']), ...said })
/** The term of the congress in which the record was made is over: the next one began before today. */
const TermOver = z.strictObject({ termOver: z.literal(true), ...said })
const NotBy = z.strictObject({ notBy: Key, ...said })

export type FieldCondition = z.infer<typeof OfField>
export type Condition =
  | FieldCondition
  | z.infer<typeof OfDuty>
  | z.infer<typeof OfChildren>
  | z.infer<typeof OfParent>
  | z.infer<typeof OfNamed>
  | z.infer<typeof ParentTook>
  | z.infer<typeof Newer>
  | z.infer<typeof TermOver>
  | z.infer<typeof Polled>
  | z.infer<typeof NotBy>
  | { any: Condition[]; why?: z.infer<typeof Label> | undefined }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    OfField,
    OfDuty,
    OfChildren,
    OfParent,
    OfNamed,
    ParentTook,
    Newer,
    TermOver,
    Polled,
    NotBy,
    z.strictObject({ any: z.array(Condition).min(1), ...said }),
  ]),
)
