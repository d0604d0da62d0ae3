import * as z from 'zod'
import { Key } from '../../shared/definition/names.ts'
import { api } from '../../shared/words/api.ts'
import { Day } from './deadline.ts'

export const tags = ['records']
export const RecordId = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/)
export const Place = z.object({ ledger: Key })
/** Values of fields by key: what the ledger's definition says; the engine names every fault with its path. */
export const Data = z
  .record(z.string().max(60), z.unknown())
  .meta({ type: 'object', additionalProperties: true, description: 'Values by field, as the ledger’s definition says.' })
export const Versioned = z.object({
  'if-match': z.string().max(200).optional().meta({ description: 'The version seen, `"3"`. Needed: 428 when absent, 412 when stale.' }),
})
/** Why something is taken back. */
export const Reason = z
  .string()
  .trim()
  .max(2000)
  .refine((reason) => reason !== '', { params: { sentence: api.noReason } })
/** The day on which something happened, and why it is entered so late. */
export const Happened = {
  on: Day.optional().meta({ description: 'The day it happened; today when left out. Not after today, nor before the step before it.' }),
  reason: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: 'Why it is entered so late: asked for beyond the limit that the county has set.' }),
}
const key = {
  'idempotency-key': z
    .string()
    .refine((key) => /^[\x21-\x7e]{1,200}$/.test(key), { params: { sentence: api.badKey } })
    .optional()
    .meta({ description: 'The same key and body answer what the first one answered; another body 422.' }),
}
export const Keyed = z.object(key)
export const VersionedOnce = Versioned.extend(key)
/** The key of a change, when it names one. */
export const keyOf = (headers: z.infer<typeof Keyed>): { key?: string } => {
  const named = headers['idempotency-key']
  return named === undefined ? {} : { key: named }
}
/** A record as answers tell it. */
export const recordShape = async () => (await import('../../shared/wire.ts')).RecordAnswer
