import type { Label } from '../names.ts'

const kinds: Record<string, Label> = {
  county: { zh: '县人大办能看这件事项', en: 'The county office reads this item' },
  anyTownship: { zh: '这本台账各乡镇都能看', en: 'Every township reads this ledger' },
  anyUnit: { zh: '这本台账各承办单位都能看', en: 'Every handling unit reads this ledger' },
  anyDeputy: { zh: '这本台账各位代表都能看', en: 'Every deputy reads this ledger' },
  public: { zh: '这件已经公开', en: 'This item is public' },
}

/** Why somebody sees a record, from the reader token that let him in; `name` is the office's, when the token names one. */
export function seenBecause(token: string, name?: Label): Label {
  if (name && token !== 'county') {
    return {
      zh: `这件事项属于${name.zh}，或由它办理过，所以它的人都能看。`,
      en: `This item belongs to ${name.en}, or was handled by it, so its people see it.`,
    }
  }
  const said = kinds[token]
  if (said) return { zh: `${said.zh}。`, en: `${said.en}.` }
  if (token.startsWith('person:')) return { zh: '这件事项上有本人的名字。', en: 'He is named on this item himself.' }
  return { zh: `县人大办的“${token.slice(7)}”岗位能看。`, en: `The desk “${token.slice(7)}” of the county office sees it.` }
}

/** A deputy who brought something and has no account yet, among those who would see it. */
export const noAccount = (name: string): Label => ({
  zh: `${name}（提出的代表，还没有账号）`,
  en: `${name} (brought it, has no account yet)`,
})

/** One whose name several deputies bear, so that none of them is meant. */
export const alike = (name: string): Label => ({
  zh: `${name}（提出的代表，有几位同名，认不出是哪一位）`,
  en: `${name} (brought it; several deputies bear the name, so none is meant)`,
})

/** Why somebody does not see a record: who does. `whose`: his office; a deputy has none. */
export function unseen(names: Label[], whose?: Label): Label {
  const zh = names.map((name) => name.zh).join('、') || '县人大办的指定岗位'
  const en = names.map((name) => name.en).join(', ') || 'certain desks of the county office'
  const who = whose ?? { zh: '这位代表', en: 'this deputy' }
  return {
    zh: `这件事项没有经${who.zh}提出或者办理。能看的是：${zh}。`,
    en: `This item was neither brought nor handled by ${who.en}. Those who see it: ${en}.`,
  }
}
