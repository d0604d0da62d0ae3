import type { Label } from '../names.ts'
import { isNow } from './verbs.ts'

/** What people are told about one row. */
export function noColumn(label: Label): Label {
  return { zh: `表里没有“${label.zh}”这一列，加上后再导入。`, en: `The file has no column “${label.en}”. Add it and import again.` }
}

export function blank(label: Label): Label {
  return { zh: `${label.zh}还没有填。`, en: `${label.en} is empty.` }
}

export function beyondHeadings(text: string): Label {
  return {
    zh: `这一行比列名多出“${text}”。多半是少了引号或多了分隔符，请核对整行。`,
    en: `This row runs past the headings with “${text}”. A quotation mark may be missing or a separator too many; check the row.`,
  }
}

export function nobodyLeads(lead: Label, rest: Label): Label {
  return {
    zh: `写了${rest.zh}，没有写${lead.zh}。`,
    en: `${rest.en} are named, and no ${lead.en.toLowerCase()}.`,
  }
}

export function notYet(label: Label, day: string): Label {
  return {
    zh: `${label.zh} ${day} 还没有到。已经发生的事不能写将来的日期。`,
    en: `${label.en} ${day} is still to come. What has happened cannot have a day in the future.`,
  }
}

export function farAway(label: Label, day: string): Label {
  return {
    zh: `${label.zh} ${day} 离今天二十年以上，请核对年份。`,
    en: `${label.en} ${day} is more than twenty years away. Check the year.`,
  }
}

export function askDeadline(heading: string): Label {
  return {
    zh: `列“${heading}”像是期限，但认不出是哪一项。请说明它对应哪一项，或者不用这一列。`,
    en: `The column “${heading}” looks like a deadline and is not understood. Say which field it is, or that it is not to be used.`,
  }
}

export function sameNumber(number: string, row: number, sheet = ''): Label {
  return {
    zh: `编号 ${number} 在${sheet && `“${sheet}”`}第 ${row} 行已经有了，内容却不一样。只留一行。`,
    en: `Number ${number} already stands in row ${row}${sheet && ` of “${sheet}”`} with other content. Keep one of them.`,
  }
}

/** A second row of what may stand once. */
export const sameOnce = (row: number): Label => ({
  zh: `和第 ${row} 行是同一件事，只登记一次。`,
  en: `This is the same as row ${row}, and is entered once.`,
})

export function sameContent(row: number, sheet = ''): Label {
  return {
    zh: `这一行没有编号，与${sheet && `“${sheet}”`}第 ${row} 行是同一件而进展不同。写上编号，或只留一行。`,
    en: `This row has no number and tells of the same item as row ${row}${sheet && ` of “${sheet}”`} with other progress. Give numbers, or keep one.`,
  }
}

export function badNumber(text: string): Label {
  return {
    zh: `编号“${text}”太长，或含有不能用的符号。编号最多 60 个字。`,
    en: `The number “${text}” is too long or holds signs that cannot be used. At most 60 characters.`,
  }
}

export function otherTownship(name: Label): Label {
  return {
    zh: `这一行属于${name.zh}，不是您的乡镇。您只能导入本乡镇的事项。`,
    en: `This row belongs to ${name.en}, not to your township. You may import your own township's items only.`,
  }
}

/** No township is given, and whoever leads cannot tell it: there are several of that name. */
export function severalHomes(label: Label, name: string, townships: Label[]): Label {
  const [zh, en] = [townships.map((each) => each.zh).join('、'), townships.map((each) => each.en).join(' and ')]
  return {
    zh: `这一行没有写乡镇，${label.zh}“${name}”在${zh}都有同名的代表，看不出是哪一位。请补上乡镇。`,
    en: `No township is given, and deputies called “${name}” stand for ${en}. Write the township.`,
  }
}

/** No township is given, and whoever leads has no file that tells it. */
export function noHome(label: Label, name: string): Label {
  return {
    zh: `这一行没有写乡镇，${label.zh}“${name}”不在代表名册里，看不出属于哪个乡镇。请补上乡镇，或改正姓名。`,
    en: `No township is given, and “${name}” (${label.en}) is not in the register of deputies. Write the township, or correct the name.`,
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
    zh: `“${label.zh}”不归您单位填写，或者要到办理中才填写，不能这样导入。请把这一格清空。`,
    en: `“${label.en}” is not for your office to fill in and cannot be imported. Leave this cell empty.`,
  }
}

/** For somebody of the county office who does not sit at the desk for registers. */
export function forRegisters(label: Label): Label {
  return {
    zh: `“${label.zh}”是已经办过的事，由登记岗导入。请管理员给您这个权限，或把这一格清空。`,
    en: `“${label.en}” tells of what was done; the desk for registers imports it. Ask the administrator for the right, or leave this cell empty.`,
  }
}

export function notToChange(label: Label, state: Label | undefined): Label {
  const now = state ? { zh: `这件${isNow(state.zh)}，`, en: `The item is now “${state.en}”: ` } : { zh: '', en: '' }
  return {
    zh: `${now.zh}${label.zh}您单位不能改。请照系统里的写，或把这一格清空。`,
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
    zh: `${later.zh}早于${earlier.zh}，请核对这两个日期。`,
    en: `${later.en} lies before ${earlier.en}, which cannot be. Check both days.`,
  }
}
