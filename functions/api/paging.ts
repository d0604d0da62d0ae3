import * as z from 'zod'
import { wholeNumber } from '../../shared/words/api.ts'

/** A whole number in an address. Digits only, so that `1e1` and `0x10` are none. */
export function whole(least: number, most: number) {
  const fits = (text: string) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most
  return z
    .string()
    .refine(fits, { params: { sentence: wholeNumber(least, most) } })
    .transform(Number)
    .meta({ type: 'integer', minimum: least, maximum: most })
}

/** How many a page holds: 1 to 100, 25 unless said. */
export const Limit = whole(1, 100).default(25).meta({ default: 25 })
