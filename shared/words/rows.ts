import type { Label } from '../names.ts'

/** What people are told about one row. */
export function noColumn(label: Label): Label {
  return { zh: `表里没有"${label.zh}"这一列，加上后再导入。`, en: `The file has no column "${label.en}". Add it and import again.` }
}

export function blank(label: Label): Label {
  return { zh: `${label.zh}还没有填。`, en: `${label.en} is empty.` }
}

export function notDay(text: string): Label {
  return { zh: `"${text}"不是日期。日期要写成 2026-03-02。`, en: `"${text}" is not a date. Write dates as 2026-03-02.` }
}

export function notOffice(text: string, kind: 'county' | 'township' | 'unit', near: string | undefined): Label {
  const zh = { county: '县人大的机构', township: '本县乡镇', unit: '本县承办单位' }[kind]
  const en = { county: 'an office of the county congress', township: 'a township of this county', unit: 'a handling unit of this county' }[
    kind
  ]
  return {
    zh: near ? `"${text}"不是${zh}。是不是"${near}"？` : `"${text}"不是${zh}。请写单位全称。`,
    en: near ? `"${text}" is not ${en}. Did you mean "${near}"?` : `"${text}" is not ${en}. Write its full name.`,
  }
}

export function notOption(text: string, label: Label, options: Label[]): Label {
  return {
    zh: `${label.zh}里没有"${text}"。可以写：${options.map((option) => option.zh).join('、')}。`,
    en: `"${text}" is not a choice of ${label.en}. Write one of: ${options.map((option) => option.en).join(', ')}.`,
  }
}

export function notYesNo(text: string): Label {
  return { zh: `"${text}"认不出。请写"是"或"否"。`, en: `"${text}" is not understood. Write "yes" or "no".` }
}

export function notNumber(text: string): Label {
  return { zh: `"${text}"不是数字。`, en: `"${text}" is not a number.` }
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
    zh: `编号被表格软件改过，现在是"${text}"。把这一列设为文本格式，重新填写原来的编号。`,
    en: `The number was changed by the spreadsheet into "${text}". Format the column as text and enter the original numbers again.`,
  }
}

export function digitsLost(label: Label, text: string): Label {
  return {
    zh: `${label.zh}"${text}"的位数被表格软件丢掉了。把这一列设为文本格式，重新填写。`,
    en: `The spreadsheet has lost digits of ${label.en} "${text}". Format the column as text and enter it again.`,
  }
}

export function othersUnnamed(text: string): Label {
  return { zh: `"${text}"没有写名字，没有记入。`, en: `"${text}" names nobody and is not taken.` }
}

export function beyondHeadings(text: string): Label {
  return {
    zh: `这一行比列名多出"${text}"。多半是少了引号或多了分隔符，请核对整行。`,
    en: `This row runs past the headings with "${text}". A quotation mark may be missing or a separator too many; check the row.`,
  }
}

export function notYet(label: Label, day: string): Label {
  return {
    zh: `${label.zh} ${day} 还没有到。已经发生的事不能写将来的日期。`,
    en: `${label.en} ${day} is still to come. What has happened cannot have a day in the future.`,
  }
}

export function askDeadline(heading: string): Label {
  return {
    zh: `列"${heading}"像是期限，但认不出是哪一项。请说明它对应哪一项，或者不用这一列。`,
    en: `The column "${heading}" looks like a deadline and is not understood. Say which field it is, or that it is not to be used.`,
  }
}

export const columnsUnread: Label = {
  zh: '列的对应关系要写成 {"列名": "字段"}。',
  en: 'Write what columns mean as {"heading": "field"}.',
}

export function noSuchField(heading: string, field: string): Label {
  return {
    zh: `列"${heading}"对应的"${field}"不是这本台账的字段。`,
    en: `"${field}", given for the column "${heading}", is no field of this ledger.`,
  }
}

export function sameNumber(number: string, row: number, sheet = ''): Label {
  return {
    zh: `编号 ${number} 在${sheet && `"${sheet}"`}第 ${row} 行已经有了，内容却不一样。只留一行。`,
    en: `Number ${number} already stands in row ${row}${sheet && ` of "${sheet}"`} with other content. Keep one of them.`,
  }
}

/** A second row of what may stand once. */
export const sameOnce = (row: number): Label => ({
  zh: `和第 ${row} 行是同一件事，只登记一次。`,
  en: `This is the same as row ${row}, and is entered once.`,
})

export function sameContent(row: number, sheet = ''): Label {
  return {
    zh: `这一行没有编号，与${sheet && `"${sheet}"`}第 ${row} 行是同一件而进展不同。写上编号，或只留一行。`,
    en: `This row has no number and tells of the same item as row ${row}${sheet && ` of "${sheet}"`} with other progress. Give numbers, or keep one.`,
  }
}

export function badNumber(text: string): Label {
  return {
    zh: `编号"${text}"太长，或含有不能用的符号。编号最多 60 个字。`,
    en: `The number "${text}" is too long or holds signs that cannot be used. At most 60 characters.`,
  }
}

export function otherTownship(name: Label): Label {
  return {
    zh: `这一行属于${name.zh}，不是您的乡镇。您只能导入本乡镇的事项。`,
    en: `This row belongs to ${name.en}, not to your township. You may import your own township's items only.`,
  }
}

export function notYours(number: string): Label {
  return {
    zh: `编号 ${number} 已被另一件事项占用。请核对编号。`,
    en: `Number ${number} already belongs to another item. Check the number.`,
  }
}

/** For who is not the county: what another office fills in later, or what is hidden from him. */
export function notToBring(label: Label): Label {
  return {
    zh: `“${label.zh}”不归您单位填写，不能导入。请把这一格清空。`,
    en: `“${label.en}” is not for your office to fill in and cannot be imported. Leave this cell empty.`,
  }
}

export function notToChange(label: Label, state: Label | undefined): Label {
  const now = state ? { zh: `这件现在是“${state.zh}”，`, en: `The item is now “${state.en}”: ` } : { zh: '', en: '' }
  return {
    zh: `${now.zh}“${label.zh}”您单位不能改。请照系统里的写，或把这一格清空。`,
    en: `${now.en}your office cannot change “${label.en}”. Write what stands in the system, or leave this cell empty.`,
  }
}

export function otherNumber(number: string): Label {
  return {
    zh: `系统号所指的事项不是编号 ${number}。编号由县人大登记时编，请把编号清空或改回。`,
    en: `The id names an item whose number is not ${number}. Numbers are given by the county office: clear the number or correct it.`,
  }
}

export function cannotMove(number: string): Label {
  return {
    zh: `编号 ${number} 原来属于另一个乡镇，不能改乡镇。`,
    en: `Number ${number} belongs to another township; the township cannot be changed.`,
  }
}

export const choicesUnread: Label = {
  zh: '看不懂 choices 里的选择。每个单元格写 {"take": "mine" 或 "theirs", "version": 版本}。',
  en: 'The choices cannot be read. Give each cell {"take": "mine" or "theirs", "version": …}.',
}

export const headingsUnread: Label = {
  zh: '看不懂 headings 里的行号。按工作表写明列名在第几行。',
  en: 'The rows of headings cannot be read. Give a row number for each tab.',
}

export const emptyCell: Label = { zh: '（空）', en: '(empty)' }

/** Both sides changed the cell since the file was exported. */
export function clash(label: Label, { base, theirs, mine }: { base: Label; theirs: Label; mine: Label }, by: string | undefined): Label {
  const who = by === undefined ? { zh: '已有人', en: 'somebody' } : { zh: by, en: by }
  return {
    zh: `“${label.zh}”您改成“${mine.zh}”，导出以后${who.zh}改成了“${theirs.zh}”（原来是“${base.zh}”）。请选用哪一个。`,
    en: `“${label.en}”: you wrote “${mine.en}”; since the export ${who.en} wrote “${theirs.en}” (it was “${base.en}”). Choose one.`,
  }
}

export function changedSince(label: Label): Label {
  return {
    zh: `核对以后有人改了“${label.zh}”，没有覆盖。请重新导出，再改。`,
    en: `Somebody changed “${label.en}” since the check; it was not overwritten. Export again, then change it.`,
  }
}

export function isDeleted(number: string): Label {
  return { zh: `编号 ${number} 的草稿已删除。先恢复它，再导入。`, en: `The draft with number ${number} was deleted. Bring it back first.` }
}

export function levelRefuses(county: boolean): Label {
  return county
    ? { zh: '这本台账只记乡镇的事项，乡镇还没有填。', en: 'This ledger holds items of townships only: the township is empty.' }
    : { zh: '这本台账只记县本级的事项，不要写乡镇。', en: 'This ledger holds items of the county only: leave the township empty.' }
}

export function before(later: Label, earlier: Label): Label {
  return {
    zh: `${later.zh}早于${earlier.zh}，不可能。请核对两个日期。`,
    en: `${later.en} lies before ${earlier.en}, which cannot be. Check both days.`,
  }
}
