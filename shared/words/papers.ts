import type { Label } from '../names.ts'

/** What people are told about papers. */
export const paperWords = {
  none: { zh: '没有可以生成文书的事项。', en: 'There is no item to make this paper from.' },
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
