import { plural } from '../deadline/days.ts'
import type { Label } from '../names.ts'
import type { Post } from '../post.ts'

/** What mails say by themselves; labels of ledgers, duties and acts are the ledgers' own. */
export const mailWords = {
  product: { zh: '督办', en: 'Duban' },
  owed: { zh: '要您办理的', en: 'What is yours to do' },
  copied: { zh: '抄送给您的', en: 'For your attention' },
  alsoOpen: { zh: '还有这些', en: 'These as well' },
  open: { zh: '打开这一件', en: 'Open the item' },
  whole: { zh: '查看详情', en: 'The whole item' },
  openToday: { zh: '打开“今天要办”', en: 'Open “Today”' },
  untitled: { zh: '（没有标题）', en: '(no title)' },
  daily: {
    zh: '工作日 08:30 发送，一天最多一封。这封信不用回复。',
    en: 'Sent at 08:30 on working days, one a day at most. No reply is needed.',
  },
  weekly: { zh: '本周一览', en: 'This week' },
  monthly: { zh: '本月全县超期一览', en: 'Overdue in the county this month' },
  progressed: { zh: '与您有关的事项有了新进展', en: 'News of what concerns you' },
  system: { zh: '系统', en: 'The system' },
  deputy: { zh: '人大代表', en: 'a deputy' },
  colleague: { zh: '您单位同事', en: 'a colleague of yours' },
} as const satisfies Record<string, Label>

/** What a post in an office is called. */
export const postNames: Record<Post, Label> = {
  liaison: { zh: '联络员', en: 'liaison officer' },
  leader: { zh: '分管负责人', en: 'leader in charge' },
  head: { zh: '主要负责人', en: 'head' },
}

/** Why somebody gets what was meant for another post of his office. */
export const standsIn = (post: Post): Label => ({
  zh: `您单位没有登记${postNames[post].zh}，这项提醒请您代为转告`,
  en: `This reminder is meant for your office’s ${postNames[post].en}; none is entered, so it comes to you: please pass it on`,
})

/** Why a notice was not sent, for the delivery log. */
export const unsent = {
  noPerson: { zh: '这个单位没有可以收信的账号。', en: 'This office has no account that could receive it.' },
  complained: {
    zh: '收信人把来信报成了垃圾邮件，请先和本人说清楚。',
    en: 'Its owner reported our mail as spam. Talk to him first.',
  },
  bounced: { zh: '这个邮箱退过信，请先核对邮箱。', en: 'Mail to this address came back. Check the address first.' },
  over: { zh: '发信前已经办结或改期。', en: 'It was done, or moved to another day, before the mail went out.' },
  undone: { zh: '发信前这一步已经撤销。', en: 'The step was taken back before the mail went out.' },
  shown: { zh: '不发邮件，只在“新消息”里提示。', en: 'Shown under News; no mail is sent about it.' },
  refused: { zh: '邮件服务拒收这封信。', en: 'The mail service refused this mail.' },
  later: { zh: '邮件服务没有应答，下一次会再发。', en: 'The mail service did not answer; the next run tries again.' },
} as const satisfies Record<string, Label>

/** How far a mail came, for people. */
export const stateWords = {
  planned: { zh: '待发', en: 'Planned' },
  claimed: { zh: '正在发', en: 'Being sent' },
  sent: { zh: '已发', en: 'Sent' },
  failed: { zh: '没有发出', en: 'Not sent' },
  suppressed: { zh: '没有发', en: 'Not sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  bounced: { zh: '退信', en: 'Came back' },
  complained: { zh: '被当作垃圾邮件', en: 'Marked as spam' },
} as const satisfies Record<string, Label>

/** What somebody has to look after in a morning's proof. */
export const proofFaults: Record<keyof typeof unsent | 'lost', Label> = {
  ...unsent,
  lost: { zh: '这一项没有发，也没有原因。请补跑一次提醒。', en: 'Neither sent nor accounted for. Run the reminders once more.' },
}

/**
 * The derivation in one line: 自2026年4月1日（周三）起算 3 个月。依据：代表法第五十一条. `length` and `start` in words; null for a day that was not counted; `back`:
 * counted back from the start; `rest`: the rest day on which the count ended.
 */
export function whyLine(basis: Label, length: Label | null, start: Label, back?: true, rest?: Label): Label {
  // What a rule says stands behind its name: 代表法第五十一条，交办之日起三个月内答复.
  const by: Label = { zh: `依据：${basis.zh.replace('：', '，')}`, en: `Basis: ${basis.en}` }
  if (length === null) return by
  const [on, onEn] = back ? ['提前到前一个工作日', 'so the working day before'] : ['顺延到下一个工作日', 'so the next working day']
  const moved = rest ? { zh: `，${rest.zh}是休息日，${on}`, en: `; ${rest.en} is a rest day, ${onEn}` } : { zh: '', en: '' }
  if (back)
    return { zh: `从${start.zh}往前算 ${length.zh}${moved.zh}。${by.zh}`, en: `${length.en} before ${start.en}${moved.en}. ${by.en}` }
  return { zh: `自${start.zh}起算 ${length.zh}${moved.zh}。${by.zh}`, en: `${length.en} from ${start.en}${moved.en}. ${by.en}` }
}

/** Which day holds as long as the holidays of that year are not published, and who may change it. */
export const provisionalUntil = (day: Label, year: number): Label => ({
  zh: `现以${day.zh}为准；${year}年放假安排公布后由县人大办录入，如有变动，另行通知`,
  en: `${day.en} holds for now; should the county office have to move it once the holidays of ${year} are published, you will be told`,
})
/** Before what else can be done with an item in a letter, beside its button: to ask for more time, to hand it back. */
export function otherwise(time: boolean, back: boolean): Label {
  if (!back) return { zh: '不能按期办结的，可以：', en: 'If it takes longer:' }
  if (!time) return { zh: '不属本单位职责的，可以：', en: 'If it is not yours:' }
  return { zh: '不属本单位职责或不能按期办结的，可以：', en: 'If it is not yours, or takes longer:' }
}

/** That a day was extended, and what it had been. */
export function extendedFrom(day: Label): Label {
  return { zh: `原定${day.zh}，已经延期`, en: `Extended; it was due on ${day.en}` }
}

/** Why a letter that was written to somebody else comes to its reader. */
export const routed = (name: string): Label => ({
  zh: `${name}外出，这封信由您代收、代办。`,
  en: `${name} is away; you take this letter, and what it asks, in the meantime.`,
})
export const greeting = (name: string): Label => ({ zh: `${name}，您好：`, en: `Dear ${name},` })
export const digestSubject = (day: Label, counts: Label): Label => ({
  zh: `督办提醒 ${day.zh}：${counts.zh}`,
  en: `Duban, ${day.en}: ${counts.en}`,
})
/** Counts in a subject of what is the whole county's, and of what is only copied to the reader. */
export const ofCounty = ({ zh, en }: Label): Label => ({ zh: `全县 ${zh}`, en: `the county has ${en}` })
export const copiedOnly = ({ zh, en }: Label): Label => ({ zh: `抄送您了解的 ${zh}`, en: `copied to you, ${en}` })
export const oneSubject = (item: string, days: Label): Label => ({ zh: `督办提醒：${item}，${days.zh}`, en: `Duban: ${item}, ${days.en}` })
export const overviewSubject = (period: 'weekly' | 'monthly', counts: Label): Label => ({
  zh: `督办 ${mailWords[period].zh}：${counts.zh}`,
  en: `Duban, ${mailWords[period].en.toLowerCase()}: ${counts.en}`,
})
export const progressSubject = (count: number): Label => ({
  zh: `督办 进展：与您有关的 ${count} 件事项`,
  en: `Duban, progress: ${count} items that concern you`,
})
export const progressOf = (item: string, state: Label): Label => ({
  zh: `督办 进展：${item}（${state.zh}）`,
  en: `Duban, progress: ${item} (${state.en})`,
})
export const happened = (day: Label, who: Label, step: Label): Label => ({
  zh: `${day.zh}，${who.zh}：${step.zh}`,
  en: `${day.en}, ${who.en}: ${step.en}`,
})
export const stands = (state: Label): Label => ({ zh: `现在：${state.zh}`, en: `Now: ${state.en}` })
export const dueBy = (day: Label): Label => ({ zh: `${day.zh}前`, en: `by ${day.en}` })
export const lateBy = (days: number): Label => ({ zh: `已超期 ${days} 天`, en: `${plural(days, 'day')} late` })
export const dutyOf = (duty: Label, holder: Label): Label => ({
  zh: `${duty.zh}，由${holder.zh}承办`,
  en: `${duty.en}, owed by ${holder.en}`,
})
export const overflow = (count: number): Label => ({
  zh: `还有 ${count} 件没有列在信里，请在系统里看全部`,
  en: `${count} more are not listed here; see them all in the system`,
})
/** A county's own subject, where the letter tells more than the one thing for which it is filled. */
export const amongMany = ({ zh, en }: Label, count: number, measure: '件' | '项'): Label =>
  count > 1 ? { zh: `${zh}（等 ${count} ${measure}）`, en: `${en} (and ${count - 1} more)` } : { zh, en }
