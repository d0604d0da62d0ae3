import type { LedgerEvent } from '../../shared/event.ts'
import { type AccountMail, accountMail } from '../store/account-mails.ts'
import { plainItem } from '../store/image.ts'
import type { Item } from '../store/table.ts'
import type { Happened } from './tell.ts'

/** The mail of an account in a stream's record, that was asked for this moment and for which nobody waits; undefined for anything else. */
export function askedFor(image: object | undefined): AccountMail | undefined {
  const mail = accountMail(plainItem(image ?? {}) as Item)
  return mail?.behind && mail.state === 'open' && mail.asked === mail.at ? mail : undefined
}

const DAY = 86_400

/**
 * The event in a stream's record; undefined for what is no event, and for history: what was written down more than a day after the instant that it gives itself
 * was handed in with a past of its own (the demonstration county), and nobody is told of the past. `written`: when it was written, epoch seconds.
 */
export function happened(image: object | undefined, written?: number): Happened | undefined {
  const { sk, ledger, id, event } = plainItem(image ?? {})
  if (typeof sk !== 'string' || !sk.startsWith('E#') || typeof ledger !== 'string' || typeof id !== 'string') return undefined
  const { at } = event as LedgerEvent
  if (written !== undefined && written - Date.parse(at) / 1000 > DAY) return undefined
  return { ledger, id, event: event as LedgerEvent }
}
