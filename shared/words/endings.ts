import type { Label } from '../names.ts'

/** What is said where an office ends or hands work over, by the few who do that. */
export const endings = {
  successorMissing: {
    zh: '这个单位还有待办、事项或账号，请选由哪个单位接替。',
    en: 'This office still has open work or accounts; choose the office that takes over.',
  },
  successorItself: { zh: '接替的单位不能是它自己，也不能是由它接替的单位。', en: 'An office cannot be taken over by itself.' },
  successorUnknown: {
    zh: '接替的要是本县同类的、没有撤销的单位，请从名单中选。',
    en: 'Choose an open office of the same kind from the list.',
  },
  closedHandsOver: {
    zh: '这个单位已经撤销，它的事项都已交给接替的单位；请从接替的单位移交。',
    en: 'This office is closed and its work went to its successor; hand it over from there.',
  },
  nothingToHand: {
    zh: '所选的事项里，没有这个单位未办完的。请换一个范围。',
    en: 'Nothing of what was chosen is open at this office. Choose something else.',
  },
  oneChoice: {
    zh: '请逐件选，或者按条件选，只用一种。',
    en: 'Choose items one by one or by a filter: give exactly one of `items` and `query`.',
  },
  noSuchFilter: {
    zh: '看不懂这个筛选条件。写成“台账?条件=值”，台账要是本县有的。',
    en: 'This filter cannot be read. Write `ledger?key=value` with a ledger of the county.',
  },
  closedOtherwise: { zh: '这个单位已经撤销，由另一个单位接替了。', en: 'This office is closed already and was taken over by another one.' },
} as const satisfies Record<string, Label>
