import { z } from '@hono/zod-openapi'

/** How many a page holds: 1 to 100, 25 unless said. Whole numbers only, so that `1e1` and `0x10` are no pages. */
export const Limit = z
  .string()
  .regex(/^\d{1,3}$/, { error: 'a whole number from 1 to 100' })
  .default('25')
  .transform(Number)
  .pipe(z.number().int().min(1).max(100))
  .openapi({ type: 'integer', minimum: 1, maximum: 100, default: 25 })
