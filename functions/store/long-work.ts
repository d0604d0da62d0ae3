import { at } from './at.ts'
import { type Key, query, updateItem } from './table.ts'

/** Long work that is done behind requests: an import with its taking back, what an office hands over, or papers of many records. */
export type LongWork = { kind: 'import' | 'closing' | 'papers'; id: string }

/** How often work may fail before it rests until somebody asks after it. */
export const TRIES = 5

/** Beside its item while there is work to do, so that it can be taken; unless it rests after so many failures, where the clock finds it too. */
export function underway({ kind, id }: LongWork, failures = 0): { unfinished: true } & Partial<Record<'g3pk' | 'g3sk', string>> {
  return { unfinished: true, ...(failures < TRIES ? { g3pk: heap(), g3sk: `${kind}#${id}` } : {}) }
}

/** Takes work until an instant (ms): its item as it lies then; null when somebody else has it or it is finished. */
export async function takeLease<T>({ pk, sk }: Key, now: number, until: number): Promise<(T & { lease: number }) | null> {
  const when = { text: 'lease <= :now AND attribute_exists(unfinished)', values: { ':now': now } }
  return (await updateItem<T & { lease: number }>({ pk, sk }, { set: { lease: until }, when })) || null
}

/** Goes on holding work until an instant (ms); what was finished or given back meanwhile stays so. */
export async function renewLease({ pk, sk }: Key, now: number, until: number): Promise<void> {
  const when = { text: 'lease > :now AND attribute_exists(unfinished)', values: { ':now': now } }
  await updateItem({ pk, sk }, { set: { lease: until }, when })
}

/** The county's work at which nobody is by an instant (ms): what was cut off, has failed, or was never begun because its call was lost. */
export async function idleWork(now: number): Promise<LongWork[]> {
  const found: LongWork[] = []
  for await (const { g3sk, lease } of query<{ g3sk: string; lease: number }>({ pk: heap(), index: 'g3' })) {
    const [kind, id = ''] = g3sk.split('#')
    if (lease < now) found.push({ kind: kind as LongWork['kind'], id })
  }
  return found
}

const heap = (): string => at('WORK')
