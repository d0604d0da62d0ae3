import { grouped } from '../grouped.ts'
import type { Label } from '../names.ts'
import { isNow } from './verbs.ts'

/** What people are told about papers. */
export const paperWords = {
  none: { zh: '没有可以生成文书的事项。', en: 'There is no item to make this paper from.' },
  tooLong: {
    zh: '这份文书太长，不能存档发文。请把长的材料作为附件。',
    en: 'This paper is too long to be kept. Attach long material as a file.',
  },
  noTable: { zh: '这份文书里没有表格，不能导出 Excel。', en: 'There is no table in this paper to write as a workbook.' },
  notList: {
    zh: '这份文书只对单件事项，不能作为报告存档。',
    en: 'This paper is of one item and cannot be kept as a report.',
  },
  organsOnly: {
    zh: '只有县人大办和各乡镇人大可以制作本机关的年度文书。',
    en: 'Only the county office and the townships’ congresses make the papers of their year.',
  },
  yearOnly: {
    zh: '这份文书汇总一个机关一年的工作，只能选年度和乡镇。',
    en: 'This paper tells of an office’s year: only a year and a township can be asked for.',
  },
  thenOnly: {
    zh: '以前某天的报告只能按乡镇、年度和届次筛选，或直接勾选事项。',
    en: 'A report of a day gone by is filtered by township, year and session only, or by selected items.',
  },
  notYet: { zh: '报告的日期不能晚于今天。', en: 'A report cannot be of a day to come.' },
  mayNotIssue: {
    zh: '只有事项所属的人大和县人大办可以发文。',
    en: 'Only the office that owns the item, and the county office, send papers out.',
  },
  othersIssue: {
    zh: '这份文书由署名的单位发出，您打印的供查阅。',
    en: 'This paper is sent out by the office that signs it; what you print is a copy to read.',
  },
} satisfies Record<string, Label>

/** `over`: the item is done or called off, and will not come to the paper any more. */
export function notNow(paper: Label, state: Label, over: boolean): Label {
  return {
    zh: `这件${isNow(state.zh)}，${over ? '' : '还'}不能生成《${paper.zh}》。`,
    en: `It is now “${state.en}”, so “${paper.en}” cannot be made.`,
  }
}

/** To who neither signs a paper nor gets it. */
export function notForYou(paper: Label): Label {
  return {
    zh: `《${paper.zh}》只由出具单位生成，请向出具单位索取。`,
    en: `“${paper.en}” is made by the office that signs it alone; ask there for it.`,
  }
}

/** What urges is made when there is reason to. */
export function notPressing(paper: Label): Label {
  return {
    zh: `这件没有临期，也没有超期，或者正在研究延期、退回，现在不需要发《${paper.zh}》。`,
    en: `Its day is neither near nor past, or more time or its return is being decided, so “${paper.en}” is not sent now.`,
  }
}

export function notAfter(paper: Label, step: Label): Label {
  return {
    zh: `这件还没有${step.zh}，不能生成《${paper.zh}》。`,
    en: `“${step.en}” has not been taken on it, so “${paper.en}” cannot be made.`,
  }
}

export function notBecause(paper: Label, why: Label): Label {
  return { zh: `这件还不能生成《${paper.zh}》。${why.zh}`, en: `“${paper.en}” cannot be made of it. ${why.en}` }
}

const ofMany = ({ zh }: Label): string => zh.replace(/^这件的?/, '')

/** Of several items none can be put on a paper: each reason once, with the items that it keeps from it. */
export function noneOf(all: { called: string; why: Label }[]): Label {
  const reasons = [...grouped(all, ({ why }) => why.zh).values()]
  const [first, ...others] = reasons
  if (!first) return paperWords.none
  const why = first[0]?.why ?? paperWords.none
  if (others.length === 0 && first.length > 1)
    return { zh: `这 ${first.length} 件都一样，${ofMany(why)}`, en: `The same of all ${first.length}: ${why.en}` }
  const told = reasons.map((each) => ({ names: each.slice(0, 3).map(({ called }) => called), n: each.length, why: each[0]?.why ?? why }))
  return {
    zh: told.map(({ names, n, why: each }) => `${names.join('、')}${n > names.length ? ` 等 ${n} 件` : ''}：${ofMany(each)}`).join(''),
    en: told
      .map(({ names, n, why: { en } }) => `${names.join(', ')}${n > names.length ? ` and ${n - names.length} more` : ''}: ${en}`)
      .join(' '),
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

/** What people are told of pages that come back. */
export const backWords = {
  notYours: {
    zh: '这件不由您的单位办理，不能把纸件附到上面。请交给承办单位或县人大办。',
    en: 'This item is not in your office’s hands, so you cannot attach pages to it. Give them to whoever handles it, or to the county office.',
  },
  over: (state: Label): Label => ({
    zh: `这件${isNow(state.zh)}，不再接收纸件。`,
    en: `It is now “${state.en}” and takes no more pages.`,
  }),
  noPlace: {
    zh: '这类事项没有附件栏。请把纸件附到它所属的事项上。',
    en: 'Items of this kind hold no attachments. Attach the pages to the item that it belongs to.',
  },
  draft: { zh: '这件还是草稿，只有起草人可以添加附件。', en: 'It is still a draft: only who writes it can attach files.' },
  unknown: {
    zh: '这张纸上的编码不属于您能看到的事项。请核对纸件，或交给县人大办。',
    en: 'The code on this page is of no item that you can see. Check the page, or give it to the county office.',
  },
}

/** How a subscribed calendar is called in the programs that show it. */
export const calendarName = '督办日程'

/** Said in a calendar that could not hold all. */
export const calendarMore = (most: number): string => `日程太多，只列出前 ${most} 条`
