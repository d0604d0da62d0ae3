import type { Label } from '../names.ts'
import type { Post } from '../post.ts'

/** What mails say by themselves; labels of ledgers, duties and acts are the ledgers' own. */
export const mailWords = {
  product: { zh: '督办', en: 'Duban' },
  owed: { zh: '您单位要办的', en: 'What your office owes' },
  copied: { zh: '抄送给您的', en: 'For your attention' },
  alsoOpen: { zh: '还有这些', en: 'These as well' },
  open: { zh: '打开这一件', en: 'Open the item' },
  whole: { zh: '看整件', en: 'The whole item' },
  openToday: { zh: '打开“今天要办”', en: 'Open “Today”' },
  untitled: { zh: '（没有标题）', en: '(no title)' },
  provisional: { zh: '暂定，当年放假安排公布后可能调整', en: 'provisional until the year’s holidays are published' },
  daily: {
    zh: '工作日 08:30 发送，一天最多一封。这封信不用回复。',
    en: 'Sent at 08:30 on working days, one a day at most. No reply is needed.',
  },
  atOnce: { zh: '事项有了变化，系统随即发出这封信。不用回复。', en: 'Sent because an item moved. No reply is needed.' },
  accountNote: { zh: '不是您本人申请的，不用理会，账号不会有变化。', en: 'If you did not ask for this, ignore it; nothing changes.' },
  weekly: { zh: '本周一览', en: 'This week' },
  monthly: { zh: '本月全县超期一览', en: 'Overdue in the county this month' },
  progressed: { zh: '您提出的事项有了进展', en: 'Progress on what you brought' },
  shifted: { zh: '期限调整了的', en: 'Moved to another day' },
  opened: { zh: '交给您单位办理', en: 'Yours to do' },
  moved: { zh: '期限有调整', en: 'The due day has moved' },
  returned: { zh: '退回修改', en: 'Sent back' },
  cancelled: { zh: '不用再办', en: 'No longer needed' },
  decided: { zh: '您单位的申请已答复', en: 'Your request was answered' },
  undone: { zh: '前一步已撤销', en: 'The step before was taken back' },
  next: { zh: '等您单位办下一步', en: 'The next step is yours' },
  urged: { zh: '催办', en: 'Please act' },
  urgedNote: {
    zh: '这封信由催办的单位发出。请在系统里办理，不用回复邮件。',
    en: 'Sent by the office that asks. Please act on the platform; no reply is needed.',
  },
  paper: { zh: '有一份文件发给您单位', en: 'A paper was sent to your office' },
  openPaper: { zh: '打开文件', en: 'Open the paper' },
  paperNote: {
    zh: '文件原件存在系统里，登录后打开、下载。不用回复。',
    en: 'The paper itself is kept on the platform; sign in to open it. No reply is needed.',
  },
  system: { zh: '系统', en: 'The system' },
  deputy: { zh: '人大代表', en: 'a deputy' },
  invited: { zh: '开通账号', en: 'Your account' },
  reset: { zh: '重设密码', en: 'Set a new password' },
  noProof: {
    zh: '到 09:30 还没有今天的提醒凭证：今早的提醒可能没有发，或没有发完。请打开“提醒与预演”核对，并告诉维护人员。补跑一次就会补发，不会重发。',
    en: 'At 09:30 there is no proof of today’s reminders: they may not have gone out, or not all of them. Look at “Reminders and forecast” and tell whoever keeps the system running. Running the job once more sends what is missing and nothing twice.',
  },
  openNotices: { zh: '打开“提醒与预演”', en: 'Open “Reminders and forecast”' },
  alarm: {
    zh: '工作日 09:30 没有凭证时发给管理员。不用回复。',
    en: 'Sent to administrators when a working day has no proof by 09:30. No reply is needed.',
  },
  choosePassword: { zh: '设置密码', en: 'Choose a password' },
} as const satisfies Record<string, Label>

/** What a post in an office is called. */
export const postNames: Record<Post, Label> = {
  liaison: { zh: '联络员', en: 'liaison officer' },
  leader: { zh: '分管负责人', en: 'leader in charge' },
  head: { zh: '主要负责人', en: 'head' },
}

/** Why somebody gets what was meant for another post of his office. */
export const standsIn = (post: Post): Label => ({
  zh: `这一级提醒应发给${postNames[post].zh}；您单位没有登记，所以发给您，请转告`,
  en: `This reminder is meant for your office’s ${postNames[post].en}; none is entered, so it comes to you: please pass it on`,
})

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

/** The subject of the mail that no proof arrived. */
export const noProof = (day: Label): Label => ({
  zh: `督办 告警：${day.zh} 的提醒没有凭证`,
  en: `Duban, alarm: no proof of the reminders of ${day.en}`,
})

/** The derivation in one line: 3 个月，2026年4月1日 周三起算。依据：代表法第五十一条. `length` and `start` in words; null for a day that was not counted. */
export function whyLine(basis: Label, length: Label | null, start: Label): Label {
  const by: Label = { zh: `依据：${basis.zh}`, en: `Basis: ${basis.en}` }
  if (length === null) return by
  return { zh: `${length.zh}，${start.zh}起算。${by.zh}`, en: `${length.en} from ${start.en}. ${by.en}` }
}

/** That a day was extended, and what it had been. */
export function extendedFrom(day: Label): Label {
  return { zh: `原定${day.zh}，已经延期`, en: `Extended; it was due on ${day.en}` }
}

/** Counts of a digest: 超期 3 件，今天到期 1 件，15 天内到期 5 件. Noughts are left out. */
export function summary(overdue: number, today: number, soon: number): Label {
  const parts: [number, string, string][] = [
    [overdue, '超期', 'overdue'],
    [today, '今天到期', 'due today'],
    [soon, '即将到期', 'due soon'],
  ]
  const some = parts.filter(([count]) => count > 0)
  return {
    zh: some.map(([count, zh]) => `${zh} ${count} 件`).join('，'),
    en: some.map(([count, , en]) => `${count} ${en}`).join(', '),
  }
}

/** Why a letter that was written to somebody else comes to its reader. */
export const routed = (name: string): Label => ({
  zh: `${name} 外出，这封信由您代收、代办。`,
  en: `${name} is away; you take this letter, and what it asks, in the meantime.`,
})
export const greeting = (name: string): Label => ({ zh: `${name}，您好：`, en: `Dear ${name},` })
export const digestSubject = (day: Label, counts: Label): Label => ({
  zh: `督办提醒 ${day.zh}：${counts.zh}`,
  en: `Duban, ${day.en}: ${counts.en}`,
})
export const oneSubject = (item: string, days: Label): Label => ({ zh: `督办提醒：${item}，${days.zh}`, en: `Duban: ${item}, ${days.en}` })
export const newsSubject = (what: Label, item: string): Label => ({
  zh: `督办 ${what.zh}：${item}`,
  en: `Duban, ${what.en.toLowerCase()}: ${item}`,
})
export const digestOpening = (day: Label, own: Label, copies: number): Label => ({
  zh: own.zh
    ? `截至 ${day.zh}，您单位${own.zh}。${copies > 0 ? `另有 ${copies} 件抄送给您。` : ''}`
    : `截至 ${day.zh}，别的单位要办的有 ${copies} 件，抄送给您了解。`,
  en: own.en
    ? `As of ${day.en}: ${own.en}.${copies > 0 ? ` ${copies} more for your attention.` : ''}`
    : `As of ${day.en}: ${copies} that others owe, for your attention.`,
})
export const overviewSubject = (period: 'weekly' | 'monthly', counts: Label): Label => ({
  zh: `督办 ${mailWords[period].zh}：${counts.zh}`,
  en: `Duban, ${mailWords[period].en.toLowerCase()}: ${counts.en}`,
})
export const overviewOpening = (period: 'weekly' | 'monthly', counts: Label): Label => ({
  zh: `${mailWords[period].zh}：${counts.zh}。`,
  en: `${mailWords[period].en}: ${counts.en}.`,
})
/** 您提出的事项有 2 件有了进展。 To whoever did not bring them: 有 2 件事项的期限调整了。 */
export const progressOpening = (count: number, brought: boolean): Label =>
  brought
    ? { zh: `您提出的事项有 ${count} 件有了进展。`, en: `There is progress on ${count} of the items that you brought.` }
    : { zh: `有 ${count} 件事项有了变化。`, en: `${count} ${count === 1 ? 'item has' : 'items have'} moved.` }
export const progressSubject = (count: number, brought: boolean): Label =>
  brought
    ? { zh: `督办 进展：您提出的 ${count} 件事项`, en: `Duban, progress: ${count} of your items` }
    : { zh: `督办 变化：${count} 件事项`, en: `Duban: ${count} items have moved` }
export const progressOf = (item: string, state: Label): Label => ({
  zh: `督办 进展：${item}（${state.zh}）`,
  en: `Duban, progress: ${item} (${state.en})`,
})
export const happened = (day: Label, who: Label, step: Label): Label => ({
  zh: `${day.zh}，${who.zh}：${step.zh}`,
  en: `${day.en}, ${who.en}: ${step.en}`,
})
export const stands = (state: Label): Label => ({ zh: `现在：${state.zh}`, en: `Now: ${state.en}` })
export const dueBy = (day: Label): Label => ({ zh: `${day.zh} 前`, en: `by ${day.en}` })
export const dutyOf = (duty: Label, holder: Label): Label => ({
  zh: `${duty.zh}，由${holder.zh}办理`,
  en: `${duty.en}, owed by ${holder.en}`,
})
export const overflow = (count: number): Label => ({
  zh: `还有 ${count} 件没有列在信里，请在系统里看全部`,
  en: `${count} more are not listed here; see them all in the system`,
})
export const tookStep = (who: string, step: Label): Label => ({ zh: `${who}：${step.zh}。`, en: `${who}: ${step.en}.` })

export const invitation = (email: string, days: number): Label => ({
  zh: `县人大办为您开通了督办平台的账号，登录邮箱是 ${email}。请在 ${days} 天内点下面的按钮设置密码。`,
  en: `The county office has opened an account for you on Duban; you sign in with ${email}. Please choose a password within ${days} days.`,
})
export const resetting = (minutes: number): Label => ({
  zh: `有人为您的账号申请重设密码。请在 ${minutes} 分钟内点下面的按钮。`,
  en: `Someone asked to reset the password of your account. Use the button within ${minutes} minutes.`,
})

/** The subject of a letter about one thing to do. */
export const toDo = ({ zh, en }: Label): Label => ({ zh: `待办“${zh}”`, en: `To do: ${en.toLowerCase()}` })
