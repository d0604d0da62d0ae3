import type { Label } from '../names.ts'

// What people are told about one cell.

/** `lacks`: of a day that is written in part; `near`: the day that may be meant. */
export function notDay(text: string, lacks?: 'year' | 'day', near?: string): Label {
  const zh = { year: '没有写年份', day: '没有写是哪一天', none: '不是日期' }[lacks ?? 'none']
  const en = { year: 'lacks the year', day: 'lacks the day', none: 'is not a date' }[lacks ?? 'none']
  return {
    zh: `“${text}”${zh}。${near === undefined ? '日期要写成 2026-03-02。' : `是不是“${near}”？`}`,
    en: `“${text}” ${en}. ${near === undefined ? 'Write dates as 2026-03-02.' : `Did you mean “${near}”?`}`,
  }
}

export function takenForDay(text: string, day: string): Label {
  return { zh: `“${text}”记为 ${day}。`, en: `“${text}” is taken for ${day}.` }
}

export function notName(text: string, label: Label): Label {
  return { zh: `“${text}”不像姓名。${label.zh}只写姓名，用、分开。`, en: `“${text}” is no name. Write names alone, parted by ;` }
}

/** In a column that stands for one choice. */
export function notTick(text: string): Label {
  return { zh: `“${text}”看不懂。这一列只打√，或者空着。`, en: `“${text}” is not understood. Tick this column with √ or leave it empty.` }
}

export function twoTicks(one: string, other: string): Label {
  return { zh: `“${one}”和“${other}”都打了√，只能选一个。`, en: `“${one}” and “${other}” are both ticked. Choose one.` }
}

export function oneOffice(text: string, label: Label): Label {
  return {
    zh: `“${text}”是几个单位，${label.zh}只能写一个。其余的写到另一列。`,
    en: `“${text}” are several offices; ${label.en} takes one. Write the others into another column.`,
  }
}

export function notOffice(text: string, kind: 'county' | 'township' | 'unit', near: string | undefined): Label {
  const zh = { county: '县人大的机构', township: '本县乡镇', unit: '本县承办单位' }[kind]
  const en = { county: 'an office of the county congress', township: 'a township of this county', unit: 'a handling unit of this county' }[
    kind
  ]
  const whole = { county: '机构', township: '乡镇', unit: '单位' }[kind]
  return {
    zh: near ? `“${text}”不是${zh}。是不是“${near}”？` : `“${text}”不是${zh}。请写${whole}全称。`,
    en: near ? `“${text}” is not ${en}. Did you mean “${near}”?` : `“${text}” is not ${en}. Write its full name.`,
  }
}

/** `near`: what may be meant. */
export function notOption(text: string, label: Label, options: Label[], near?: string): Label {
  const [zh, en] = near === undefined ? ['', ''] : [`是不是“${near}”？`, ` Did you mean “${near}”?`]
  return {
    zh: `${label.zh}里没有“${text}”。${zh}可以写：${options.map((option) => option.zh).join('、')}。`,
    en: `“${text}” is not a choice of ${label.en}.${en} Write one of: ${options.map((option) => option.en).join(', ')}.`,
  }
}

/** In the column that tells how far items are. */
export function notState(text: string, states: Label[], near?: string): Label {
  const [zh, en] = near === undefined ? ['', ''] : [`是不是“${near}”？`, ` Did you mean “${near}”?`]
  return {
    zh: `“${text}”看不出是哪个状态。${zh}可以写：${states.map(({ zh }) => zh).join('、')}。`,
    en: `“${text}” names no state.${en} Write one of: ${states.map(({ en }) => en).join(', ')}.`,
  }
}

export function takenForResult(text: string, label: Label): Label {
  return { zh: `“${text}”记入${label.zh}。`, en: `“${text}” is taken for the ${label.en.toLowerCase()}.` }
}

export function otherResult(text: string, label: Label): Label {
  return {
    zh: `“${text}”和这一行的${label.zh}不一样。改成一样的，或只留一个。`,
    en: `“${text}” is another ${label.en.toLowerCase()} than this row tells. Make them the same, or keep one.`,
  }
}

/** `near`: which of both may be meant. */
export function notYesNo(text: string, near?: string): Label {
  return near === undefined
    ? { zh: `“${text}”认不出。请写“是”或“否”。`, en: `“${text}” is not understood. Write “yes” or “no”.` }
    : { zh: `“${text}”认不出。是不是“${near}”？`, en: `“${text}” is not understood. Did you mean “${near}”?` }
}

export function notNumber(text: string): Label {
  return { zh: `“${text}”不是数字。`, en: `“${text}” is not a number.` }
}

export function outOfRange(label: Label, min: number | undefined, max: number | undefined): Label {
  if (min === undefined) return { zh: `${label.zh}不能大于 ${max}。`, en: `${label.en} may not be above ${max}.` }
  if (max === undefined) return { zh: `${label.zh}不能小于 ${min}。`, en: `${label.en} may not be below ${min}.` }
  return { zh: `${label.zh}要在 ${min} 到 ${max} 之间。`, en: `${label.en} must lie between ${min} and ${max}.` }
}

export function tooLong(label: Label, length: number, max: number): Label {
  return { zh: `${label.zh}有 ${length} 个字，最多 ${max} 个。`, en: `${label.en} has ${length} characters; at most ${max} are possible.` }
}

export function tooFew(label: Label, min: number): Label {
  return { zh: `${label.zh}至少要写 ${min} 个。`, en: `${label.en} needs at least ${min}.` }
}

export function tooMany(label: Label, max: number): Label {
  return { zh: `${label.zh}最多写 ${max} 个。`, en: `${label.en} takes at most ${max}.` }
}

export function errorCell(text: string): Label {
  return { zh: `单元格里是公式错误 ${text}。改好后再导入。`, en: `The cell holds a formula error, ${text}. Correct it and import again.` }
}

export function uncalculated(): Label {
  return {
    zh: '单元格里的公式没有存下结果。用 Excel 或 WPS 打开文件，保存后再导入。',
    en: 'The formula in this cell has no stored result. Open the file in Excel or WPS, save it and import again.',
  }
}

export function changedNumber(text: string): Label {
  return {
    zh: `编号被表格软件改过，现在是“${text}”。把这一列设为文本格式，重新填写原来的编号。`,
    en: `The number was changed by the spreadsheet into “${text}”. Format the column as text and enter the original numbers again.`,
  }
}

export function digitsLost(label: Label, text: string): Label {
  return {
    zh: `${label.zh}“${text}”的位数被表格软件丢掉了。把这一列设为文本格式，重新填写。`,
    en: `The spreadsheet has lost digits of ${label.en} “${text}”. Format the column as text and enter it again.`,
  }
}

export function othersUnnamed(text: string): Label {
  return { zh: `“${text}”不是姓名，没有记入。`, en: `“${text}” is no name and is not taken.` }
}

export function besideOffice(text: string): Label {
  return { zh: `“${text}”不是单位名称，没有记入。`, en: `“${text}” is no name of an office and is not taken.` }
}

export function besideChoice(text: string): Label {
  return { zh: `“${text}”没有记入。`, en: `“${text}” is not taken.` }
}

/** What somebody said that a cell means. */
export function takenInstead(said: string, by: string): Label {
  return { zh: `“${said}”按您的选择当作“${by}”。`, en: `“${said}” is taken for “${by}”, as you chose.` }
}
