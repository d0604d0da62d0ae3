import type { LedgerEvent } from '../../shared/event.ts'
import { plainItem } from '../store/image.ts'
import type { Happened } from './tell.ts'

/** The event in a stream's new image; undefined for an image that is no event. */
export function happened(image: object | undefined): Happened | undefined {
  const { sk, ledger, id, event } = plainItem(image ?? {})
  if (typeof sk !== 'string' || !sk.startsWith('E#') || typeof ledger !== 'string' || typeof id !== 'string') return undefined
  return { ledger, id, event: event as LedgerEvent }
}
