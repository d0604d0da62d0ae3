import type { Label } from '../names.ts'

/** What happened to a record by other acts than a ledger's own transitions. */
export const steps: Record<string, Label> = {
  create: { zh: '新建', en: 'created it' },
  undo: { zh: '撤销了前一步', en: 'took back the step before' },
  succession: { zh: '移交接替单位办理', en: 'handed it over to the office that took over' },
  calendar: { zh: '放假安排有变，期限随之调整', en: 'moved the day, since the calendar changed' },
  edit: { zh: '改了内容', en: 'edited it' },
  delete: { zh: '删除草稿', en: 'deleted the draft' },
  restore: { zh: '恢复草稿', en: 'restored the draft' },
}

/** What an office did that entered an item, in the ledger's own word for it: 移交了{item}. */
export const entered = (word?: Label): Label => {
  // What is a whole phrase names the item itself, and stands in for no word.
  const { zh, en } = word && !word.zh.includes('{') ? word : { zh: '登记', en: 'entered' }
  return { zh: `${zh}了{item}`, en: `${en} {item}` }
}

/** The same as a sentence tells it, behind the name of who did it. `{item}`: where it names the item. */
export const deeds: Record<string, Label> = {
  create: entered(),
  undo: { zh: '撤销了前一步', en: 'took back the step before' },
  succession: { zh: '把{item}移交给了接替的单位', en: 'handed {item} over to the office that took over' },
  calendar: { zh: '按新的放假安排调整了期限', en: 'moved the day with the new calendar' },
  edit: { zh: '改了内容', en: 'edited it' },
  delete: { zh: '删除了草稿', en: 'deleted the draft' },
  restore: { zh: '恢复了草稿', en: 'restored the draft' },
}
