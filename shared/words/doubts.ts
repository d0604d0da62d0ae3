import type { Label } from '../names.ts'

// What an import would do that its sender may not mean.

/** First words of another field stand in for a title. `rows`: the first of those `n`. */
export function standsIn(title: Label, from: Label, n: number, rows: number[]): Label {
  const [more, others] = n > rows.length ? ['等', ' and others'] : ['', '']
  return {
    zh: `${n} 行没有${title.zh}，用${from.zh}开头的字代替：第 ${rows.join('、')} 行${more}。`,
    en: `${n} without ${title.en.toLowerCase()}: the first words of the ${from.en.toLowerCase()} stand in. Rows ${rows.join(', ')}${others}.`,
  }
}

/**
 * What rows say of their state (`text`), and where these `n` stand: as they say, against their days (`taken`); as their other cells tell (`facts`); as drafts, which is all that may be brought (`begun`); or where they stood (`stands`).
 * `has` and `lacks`: the columns that decided it, filled and empty. `rows`: the first of them.
 */
export function saysState(
  text: string,
  now: Label,
  { has, lacks }: { has: Label[]; lacks: Label[] },
  how: 'taken' | 'facts' | 'begun' | 'stands',
  n: number,
  rows: number[],
): Label {
  const [more, others] = n > rows.length ? ['等', ' and others'] : ['', '']
  const cells = [
    ...(has.length > 0 ? [{ zh: `填了${columnsOf(has).zh}`, en: `with ${columnsOf(has).en}` }] : []),
    ...(lacks.length > 0 ? [{ zh: `没有填${columnsOf(lacks).zh}`, en: `without ${columnsOf(lacks).en}` }] : []),
  ]
  const [why, since] = [cells.map((each) => `${each.zh}，`).join(''), cells.map((each) => each.en).join(' and ')]
  const [zh, en] = {
    taken: [`${why}导入时按表里写的记为“${now.zh}”`, `taken for “${now.en}” as they say${since && `, ${since}`}`],
    facts: [`${why}导入时记为“${now.zh}”`, `taken for “${now.en}”${since && `, ${since}`}`],
    begun: [`导入的新件先记为“${now.zh}”，以后的步骤请在系统里办`, `“${now.en}” at first; what follows is done in the system`],
    stands: [`系统里是“${now.zh}”，导入不改它，请在系统里办`, `“${now.en}” in the system, which an import leaves as it is`],
  }[how]
  return {
    zh: `第 ${rows.join('、')} 行${more}${n > rows.length ? ` ${n} 行` : ''}写着“${text}”，${zh}。`,
    en: `${n} with the state “${text}”: ${en}. Rows ${rows.join(', ')}${others}.`,
  }
}

const columnsOf = (labels: Label[]): Label => ({
  zh: labels.map(({ zh }) => zh).join('、'),
  en: labels.map(({ en }) => en).join(' and '),
})

/** The township of whoever is named first in a field stands in for one that is not given. `homes`: each with the first of its rows, of `n` in all. */
export function homeStandsIn(label: Label, n: number, homes: { name: Label; rows: number[] }[]): Label {
  const told = homes.flatMap(({ rows }) => rows).length
  const [more, others] = n > told ? ['等', ' and others'] : ['', '']
  return {
    zh: `${n} 行没有写乡镇，按${label.zh}的代表档案填写：${homes.map(({ name, rows }) => `第 ${rows.join('、')} 行${name.zh}`).join('，')}${more}。请核对。`,
    en: `${n} without a township: that in the file of ${label.en} stands in. ${homes.map(({ name, rows }) => `${name.en}: rows ${rows.join(', ')}`).join('; ')}${others}. Please check.`,
  }
}

/** Of rows of a township's own file that say none. */
export function ownStandsIn(own: Label, n: number): Label {
  return {
    zh: `${n} 行没有写乡镇，都登记在本单位：${own.zh}。`,
    en: `${n} without a township are entered for your own office: ${own.en}.`,
  }
}

/** Names that no file of a deputy bears, each with its rows and the one that may be meant. `names`: the first of those `n`. */
export function notFiled(names: { name: string; rows: number[]; near?: string | undefined }[], n: number): Label {
  const [more, others] = n > names.length ? ['等', ' and others'] : ['', '']
  const zh = names.map(({ name, rows, near }) => `${name}（第 ${rows.join('、')} 行${near ? `，是不是${near}？` : ''}）`)
  const en = names.map(({ name, rows, near }) => `${name} (rows ${rows.join(', ')}${near ? `; did you mean ${near}?` : ''})`)
  return {
    zh: `${n} 个名字不在代表名册里：${zh.join('、')}${more}。请核对有没有写错，没有写错可以照常导入。`,
    en: `${n} not in the register of deputies: ${en.join(', ')}${others}. Check the spelling; if it is right, go on.`,
  }
}

/** Days that are not in their order. `rows`: the first of those `n`. */
export function reversed(later: Label, earlier: Label, n: number, rows: number[]): Label {
  const [more, others] = n > rows.length ? ['等', ' and others'] : ['', '']
  return {
    zh: `${n} 行的${later.zh}早于${earlier.zh}：第 ${rows.join('、')} 行${more}。请核对两个日期。`,
    en: `${n} with ${later.en} before ${earlier.en}. Rows ${rows.join(', ')}${others}. Check both days.`,
  }
}

/** Days beyond the longest time that a duty may take (`most`, by `basis`). `rows`: the first of those `n`. */
export function beyondMost(due: Label, opened: Label, most: Label | undefined, basis: Label | undefined, n: number, rows: number[]): Label {
  const [more, others] = n > rows.length ? ['等', ' and others'] : ['', '']
  const [zh, en] = [most ? `最长 ${most.zh}的期限` : '的最长期限', most ? `the longest time, ${most.en}` : 'the longest time']
  const [by, under] = basis ? [`（${basis.zh}）`, ` (${basis.en})`] : ['', '']
  return {
    zh: `${n} 行的${due.zh}超出了从${opened.zh}算起${zh}${by}：第 ${rows.join('、')} 行${more}。请核对，没有写错可以照常导入。`,
    en: `${n} with ${due.en} beyond ${en} from ${opened.en}${under}. Rows ${rows.join(', ')}${others}. Check them; if they are right, go on.`,
  }
}

/** What came of an item is told, and not on which day: it stays where it `stands`. `rows`: the first of those `n`. */
export function lacksDay(told: Label, day: Label, stands: Label, n: number, rows: number[]): Label {
  const [more, others] = n > rows.length ? ['等', ' and others'] : ['', '']
  return {
    zh: `${n} 行写了${told.zh}，没有写${day.zh}，导入后仍是“${stands.zh}”：第 ${rows.join('、')} 行${more}。已经办过的，请补上${day.zh}。`,
    en: `${n} with ${told.en} and no ${day.en} stay “${stands.en}”. Rows ${rows.join(', ')}${others}. Where it was done, add the ${day.en}.`,
  }
}

/** Numbers far beyond all others: the next new one comes after `after`. */
export function notFollowed(numbers: string[], after: string): Label {
  return {
    zh: `编号 ${numbers.join('、')} 比已编到的 ${after} 大得多，像是写错了，请核对。新编号仍从 ${after} 往下编。`,
    en: `${numbers.join(', ')}: far beyond ${after}, like a slip of the hand; please check. New numbers still go on after ${after}.`,
  }
}

export function inRow(row: number, sheet = ''): Label {
  return { zh: `${sheet && `“${sheet}”`}第 ${row} 行`, en: `row ${row}${sheet && ` of “${sheet}”`}` }
}

/** New rows that look like pieces that are there already (`known`), or like earlier rows. `pairs`: the first of those `n`. */
export function resembles(pairs: { row: number; like: Label }[], n: number, known: boolean): Label {
  const [more, others] = n > pairs.length ? ['等', ' and others'] : ['', '']
  const [zh, en] = known ? ['系统里已有的', 'a piece that is there already'] : ['前面的行', 'an earlier row']
  return {
    zh: `${n} 行和${zh}像是同一件：${pairs.map(({ row, like }) => `第 ${row} 行像${like.zh}`).join('，')}${more}。是同一件就写同一个编号，或只留一行；不是可以照常导入。`,
    en: `${n} like ${en}: ${pairs.map(({ row, like }) => `row ${row} like ${like.en}`).join(', ')}${others}. If it is the same, give the same number or keep one row; if not, go on.`,
  }
}
