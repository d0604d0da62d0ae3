import { env } from './env.ts'
import { placeHere } from './store/county.ts'

/** The panel's address, where letters and papers of the present county lead. */
export function originHere(): string {
  return placeHere().origin ?? env('ORIGIN')
}

/** The address that letters of the present county come from. */
export function senderHere(): string {
  return placeHere().mailFrom ?? env('MAIL_FROM')
}

/** How many counties send at the same time, and share what the account may. */
export function sharers(): number {
  return placeHere().among ?? 1
}
