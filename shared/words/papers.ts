import type { Label } from '../names.ts'

/** What people are told about papers. */
export const paperWords = {
  none: { zh: '没有可以生成文书的事项。', en: 'There is no item to make this paper from.' },
  tooLong: {
    zh: '这份文书太长，不能存档发文。请把长的材料作为附件。',
    en: 'This paper is too long to be kept. Attach long material as a file.',
  },
  mayNotIssue: {
    zh: '只有事项所属的人大和县人大办可以发文。',
    en: 'Only the office that owns the item, and the county office, send papers out.',
  },
} satisfies Record<string, Label>

export function notNow(paper: Label, state: Label): Label {
  return {
    zh: `这件现在是“${state.zh}”，还不能生成《${paper.zh}》。`,
    en: `It is now “${state.en}”, so “${paper.en}” cannot be made.`,
  }
}

export function tooManyPapers(limit: number): Label {
  return {
    zh: `一次最多用 ${limit} 件事项生成文书，请先筛选或勾选一部分。`,
    en: `At most ${limit} items can be put on paper at once. Filter or select some of them.`,
  }
}

/** 本件为第2版，取代…: what a further edition says of itself. */
export function editionOf({ edition, word, year, no }: { edition: number; word: string; year: number; no: number }): string {
  return `（本件为第${edition + 1}版，取代${word}〔${year}〕${no}号。）`
}
