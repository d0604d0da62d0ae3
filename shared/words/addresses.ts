import type { Label } from '../names.ts'

/** Before the only liaison of an office that owes something is disabled. `others`: people with other posts are left there. */
export const lastLiaison = (office: Label, owes: number, others: boolean): Label => ({
  zh: `${office.zh}还有 ${owes} 项待办，这是唯一的联络员。停用后${others ? '提醒改发给单位负责人' : '没有人会收到提醒'}，请先开通接手的账号。`,
  en: `${office.en} still owes ${owes} ${owes === 1 ? 'duty' : 'duties'}, and this is its only liaison. ${
    others ? 'Reminders would go to its leaders instead' : 'Nobody would get its reminders'
  }: open an account for whoever takes over first.`,
})
