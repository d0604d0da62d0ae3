import { done } from '../../shared/words/verbs.ts'

/** Words of the grid in which one step is taken on many items, a row for each. */
const zh = {
  intro: (act: string, n: number) => `${act} ${n} 件，一行一件。填好几行办几行；空着的行不动。`,
  item: '事项',
  due: '期限',
  told: '通知',
  fill: '一次填到空着的行',
  fillDown: '往下填',
  proposed: (name: string) => `建议：${name}`,
  why: (n: number) => `以前 ${n} 件像这样的`,
  weak: (name: string) => `可能：${name}（只看类别，请核对）`,
  whyWeak: (n: number) => `以前同类别的有 ${n} 件，写的内容不像`,
  named: '内容里写到了这个单位',
  take: (n: number) => `采用建议（${n} 件）`,
  taken: (n: number, named: number) =>
    `已填 ${n} 行${named > 0 ? `，其中 ${named} 行按内容里写到的单位` : ''}${n > named ? `，${n - named} 行按以前相像的` : ''}，请核对。`,
  forAll: '每一件都一样的',
  ready: (ready: number, all: number) => (ready === all ? `${all} 件都填好了。` : `${all} 件中填好 ${ready} 件。`),
  go: (act: string, n: number) => `${act} ${n} 件`,
  going: (done: number, all: number) => `正在办理 ${done} / ${all}`,
  done: (act: string, n: number) => `${n} 件${done(act)}。`,
  notDone: (n: number) => `${n} 件没有办成，原因写在行里，改好可以再办。`,
  left: (n: number) => `还有 ${n} 件空着。`,
  undo: '撤销这一批',
  undoWhy: '撤销原因',
  undoReason: '批量办理有误，整批撤回',
  undone: (n: number) => `${n} 件已撤销，填好的内容还在。`,
  dueBy: (duty: string, day: string) => `${duty} ${day}`,
  nobody: '没有账号，不会有邮件',
  cannot: (n: number) => `另有 ${n} 件现在不能办：`,
}
type GridWords = typeof zh

const s = (n: number, one = 'item') => `${n} ${one}${n === 1 ? '' : 's'}`
const en: GridWords = {
  intro: (act, n) => `${act}: ${s(n)}, one a row. As many are done as rows are filled; empty ones stay as they are.`,
  item: 'Item',
  due: 'Due',
  told: 'Will be told',
  fill: 'Into all empty rows',
  fillDown: 'Fill down',
  proposed: (name) => `Proposed: ${name}`,
  why: (n) => `${s(n)} like it before`,
  weak: (name) => `Perhaps: ${name} (by its kind only, please check)`,
  whyWeak: (n) => `${s(n)} of its kind before, with other words`,
  named: 'Its own text names this office',
  take: (n) => `Take the proposals (${n})`,
  taken: (n, named) =>
    `${s(n, 'row')} filled${named > 0 ? `, ${named} with the office that the text names` : ''}${n > named ? `, ${n - named} as with items like them` : ''}; please check.`,
  forAll: 'The same for all',
  ready: (ready, all) => (ready === all ? `All ${all} are filled.` : `${ready} of ${all} are filled.`),
  go: (act, n) => `${act}: ${s(n)}`,
  going: (done, all) => `${done} of ${all} done`,
  done: (act, n) => `${act}: ${s(n)} done.`,
  notDone: (n) => `${s(n)} not done; the reason stands in the row, and it can be tried again.`,
  left: (n) => `${s(n)} still empty.`,
  undo: 'Take this batch back',
  undoWhy: 'Why it is taken back',
  undoReason: 'Taken by mistake, the whole batch',
  undone: (n) => `${s(n)} taken back; what was filled in is still here.`,
  dueBy: (duty, day) => `${duty} ${day}`,
  nobody: 'no account, no mail',
  cannot: (n) => `${s(n)} not possible now:`,
}

export const gridWords = { zh, en }
