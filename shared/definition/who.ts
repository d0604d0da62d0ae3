import * as z from 'zod'
import { KEY } from '../names.ts'
import { Key, naming } from './names.ts'

/** Words that answer who acts, holds, reads and is told: `county`, `county:desk`, `county:@field` (the desk that a choice names), `owner`, `township`, `@field` and so on (vocabulary 1.3). */
export const Who = naming(
  `county(?::@?${KEY})?|owner|township|anyTownship|anyUnit|anyDeputy|creator|holder|parent|system|public|@${KEY}`,
  'county, county:desk, county:@field, owner, township, anyTownship, anyUnit, anyDeputy, creator, holder, parent, system, public or @field',
)
export type Who = z.infer<typeof Who>

export const Access = z.union([
  Who,
  z.strictObject({
    who: z.array(Who).min(1),
    in: z.array(Key).min(1).optional(),
    fields: z.array(Key).min(1).optional(),
    // Of a ledger of both levels, the county's own records only.
    level: z.literal('county').optional(),
  }),
])
export type Access = z.infer<typeof Access>
