import type { Run } from '../../../functions/mail/daily.ts'
import type { Asked, Ended, Fate, Mishap } from '../../unruly.ts'
import type { Dice } from './dice.ts'

/** How a morning may go, and on how many of a year's it does. Those beyond run through without a fault. */
export const ways = {
  missed: 24,
  twice: 12,
  together: 14,
  killed: 34,
  /** Two at once, of which one is killed. */
  widowed: 12,
  throttled: 5,
  away: 8,
  lost: 10,
  refused: 6,
  broken: 6,
  /** The database says for a moment that it is too much. */
  crowded: 6,
}
export type Way = keyof typeof ways | 'calm'

const SLOWER = { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' }
const REFUSED = { status: 400, code: 'MessageRejected', message: 'Address is on the suppression list for your account' }
const BROKEN = { status: 500, code: 'InternalFailure', message: 'Something went wrong' }
const CROWDED = { status: 400, code: 'ThrottlingException', message: 'Rate of requests exceeds the allowed throughput.' }

/** The processes of a morning, side by side or one after another, each with what befalls it; how far their clocks are off, in minutes. */
export function fatesOf(way: Way, roll: Dice): { rounds: Fate[][]; drift: number } {
  const drift = roll(7) - 3
  const from = roll(4)
  const many = 1 + roll(3)
  const ill = (what: string, mishap: Mishap, first = 0, count = 1): Fate => {
    let asked = 0
    const turns = (one: Asked) => one.what === what && asked++ >= first && asked <= first + count
    return { mishap: (one) => (turns(one) ? mishap : undefined) }
  }
  const death = { at: 1 + roll(45), taken: roll(2) === 0 }
  const rounds = {
    calm: [[{}]],
    missed: [],
    twice: [[{}], [{}]],
    together: [[{}, {}]],
    killed: [[death]],
    widowed: [[death, {}]],
    throttled: [[ill('SendEmail', { says: SLOWER }, from, 1)]],
    away: [[ill('SendEmail', {}, from, 99)]],
    lost: [[ill('SendEmail', { taken: true }, from % 3, many)]],
    refused: [[ill('SendEmail', { says: REFUSED }, from % 3, 1)]],
    broken: [[ill('SendEmail', { says: BROKEN }, from % 3, many)]],
    crowded: [[ill(['BatchWriteItem', 'BatchGetItem', 'PutItem', 'Query'][from] ?? '', { says: CROWDED }, roll(4), 1)]],
  }
  return { rounds: rounds[way], drift }
}

/** Whether somebody has to begin a morning once more: a process died or failed, or left letters behind. */
export function isUnfinished(ended: Ended<Run>[]): boolean {
  return ended.some((one) => !('answer' in one) || one.answer.failed > 0)
}
