import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import type { ListQuery } from '../store/list-query.ts'
import { Day } from './deadline.ts'
import { Limit, whole } from './paging.ts'

const Truth = z.enum(['true', 'false']).transform((word) => word === 'true')
const Keys = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(Key).min(1).max(30))
const Where = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,39}:[^,]{0,100}(,[a-z][a-zA-Z0-9-]{0,39}:[^,]{0,100}){0,5}$/, { error: 'field:value, several with commas' })
  .transform((list) =>
    Object.fromEntries(list.split(',').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])),
  )

/** What every list, count and export of a ledger can be asked; every filter combines with every other. */
export const filters = {
  state: Keys.optional().meta({ type: 'string', description: 'One state, or several with commas.' }),
  township: Key.optional().meta({ description: 'A township, or `county` for the county’s own records.' }),
  unit: Key.optional().meta({ description: 'A handling unit named in any of the record’s office fields.' }),
  desk: Key.optional().meta({ description: 'A desk of the county office that is in charge of it.' }),
  holder: z
    .string()
    .regex(/^[a-z]+:[\w-]+$/)
    .optional()
    .meta({ description: 'An office that owes something, as `unit:water`: days are then its own.' }),
  year: whole(1900, 2199).optional(),
  term: whole(1, 99).optional().meta({ description: 'The term of the congress in which it was made.' }),
  session: whole(1, 99).optional().meta({ description: 'The session in which it was made; sessions count anew in each term.' }),
  overdue: Truth.optional().meta({ type: 'boolean' }),
  nearDue: Truth.optional().meta({ type: 'boolean', description: 'The soonest open duty is due today or within 15 days.' }),
  dueBefore: Day.optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'Words in number, title, body and names.' }),
  rate: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9-]{0,39}(\.met|\.missed)?$/)
    .optional()
    .meta({
      description: 'What counts in a rate of the ledger’s report, or in `onTime`, today: all of it, what is `.met`, or what is `.missed`.',
    }),
  where: Where.optional().meta({ type: 'string', description: 'Fields that the ledger lists as filters: `category:other`.' }),
}

/** How a list is ordered and paged. */
export const paging = {
  sort: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'createdAt, updatedAt, number or dueOn; with - before it for descending. Newest first by default.' }),
  limit: Limit,
  cursor: z.string().min(1).max(2000).optional().meta({ description: '`next` of the page before, with the same filters.' }),
}

const Filters = z.strictObject(filters)
type Given = z.output<typeof Filters> & { sort?: string | undefined; limit?: number | undefined; cursor?: string | undefined }

/** The question for the store, from what a route has validated. */
export function listQuery({ state, q, ...rest }: Given): ListQuery {
  const asked = { ...(state ? { states: state } : {}), ...(q ? { q } : {}), ...rest }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}
