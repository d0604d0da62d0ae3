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

/** What was taken back, as it is named there. */
const acts: Record<string, Label> = {
  create: { zh: '新建', en: 'Create' },
  edit: { zh: '修改', en: 'Edit' },
  delete: { zh: '删除草稿', en: 'Delete the draft' },
}

/** That a step was taken back, behind the name of who did it: 撤销了交办. `label`: of the ledger's own step. */
export function tookBack(transition: string, label: Label | undefined): Label | undefined {
  const act = label ?? acts[transition]
  return act && { zh: `撤销了${act.zh}`, en: `took back “${act.en}”` }
}

/** What an office did that entered an item, in the ledger's own word for it: 移交了{item}. */
export const entered = ({ zh, en }: Label = { zh: '登记', en: 'entered' }): Label => ({ zh: `${zh}了{item}`, en: `${en} {item}` })

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
