import * as z from 'zod'
import { Anchor, FieldRef } from './names.ts'

const Amount = z.union([z.number().int().min(0).max(3660), FieldRef])
const anchor = { after: Anchor.optional(), before: Anchor.optional() }

/** A length of time: exactly one unit. `n` may come from a number field. */
const Workdays = z.strictObject({ workdays: Amount, ...anchor })
const Days = z.strictObject({ days: Amount, ...anchor })
const Months = z.strictObject({ months: Amount, ...anchor })

export const Length = z.union([
  Workdays.omit({ after: true, before: true }),
  Days.omit({ after: true, before: true }),
  Months.omit({ after: true, before: true }),
])
export type Length = { workdays: number | string } | { days: number | string } | { months: number | string }

export type Due =
  | z.infer<typeof Workdays>
  | z.infer<typeof Days>
  | z.infer<typeof Months>
  | { on: string }
  | { yearly: string; least?: number | undefined }
  | { monthly: number }
  | { quarterly: number }
  | { first: Due[]; follows?: true | undefined }
  | { earliest: Due[] }

export const Due: z.ZodType<Due> = z.lazy(() =>
  z.union([
    Workdays,
    Days,
    Months,
    z.strictObject({ on: Anchor }),
    z.strictObject({
      yearly: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month and day, 11-30'),
      // At least so many days from the opening; a day that comes sooner is the next year's.
      least: z.number().int().min(1).max(365).optional(),
    }),
    z.strictObject({ monthly: z.number().int().min(1).max(31) }),
    z.strictObject({ quarterly: z.number().int().min(1).max(31) }),
    // A day that one of these names is a decision, moved by an extension; with `follows` the duty goes with it, as with the day of a meeting.
    z.strictObject({ first: z.array(Due).min(1), follows: z.literal(true).optional() }),
    z.strictObject({ earliest: z.array(Due).min(1) }),
  ]),
)
