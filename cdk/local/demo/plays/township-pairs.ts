import { townships } from '../offices.ts'
import { act, type Days, type Play } from './play.ts'

const leaders = ['周正阳', '李文华', '王建民']

/** 挂钩安排: one leader for each township, as long as it stands. */
export const townshipPairs = ({ days }: Days): Play[] => [
  ...townships.map(
    ({ id }, at): Play => ({
      ledger: 'township-pairs',
      by: 'county',
      township: id,
      data: { leader: leaders[at % leaders.length] },
      acts:
        at % 4 === 0
          ? [act('county', 'visit', { visitedOn: days(0), purpose: '走访代表之家', found: '值班接待正常，没有需要县级协调的问题。' })]
          : [],
    }),
  ),
  {
    ledger: 'township-pairs',
    by: 'county',
    township: 'xinan',
    data: { leader: '徐正海' },
    acts: [act('county', 'end', { reason: '分工调整。' })],
  },
]
