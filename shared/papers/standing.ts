import type { Ledger } from '../definition/ledger.ts'
import type { Paper } from '../definition/paper.ts'
import { say } from '../say.ts'

/** 期限说明: by which rule and through which days each day came about, for whoever disputes it; the county's office says so to all (GB/T 9704—2012). */
const deadlines: Paper = {
  label: say('期限说明', 'Why these days'),
  for: ['owner', 'county', 'holder'],
  sheet: 'official',
  register: '人大办',
  from: 'county',
  blocks: [
    { as: 'masthead', text: '{county}' },
    { as: 'number', text: '人大办〔{year}〕{no}号' },
    { as: 'heading', text: ['关于{called}有关期限的说明'] },
    { as: 'text', say: ['现就{called}的有关期限说明如下。'] },
    { as: 'days' },
    { as: 'text', say: ['节假日和调休按国务院办公厅公布的放假安排计算；年度放假安排尚未公布的，期限为暂定，公布后重新核算。'] },
    { as: 'seal', text: '{county}' },
  ],
}

/** The papers of a ledger by their keys: what its definition declares, and what can be made of every item that is owed something. */
export function papersOf(ledger: Ledger): Record<string, Paper> {
  return { ...(Object.keys(ledger.duties).length > 0 ? { deadlines } : {}), ...ledger.papers }
}
