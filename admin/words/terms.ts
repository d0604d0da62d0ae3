import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '届次',
  none: '还没有记下届次。记下后，新建的事项自动写上，按届、按次编的号从头开始。',
  now: (name: string, from: string) => `现在是${name}，${from}起。新建的事项都记在这一次。`,
  open: '登记下一次会议',
  first: '记下届次',
  past: '历次会议',
  sitting: '届次',
  from: '从',
  to: '到',
  still: '现在',
  ofSitting: (name: string) => `${name}的事项`,
  empty: '这一次会议以来没有事项。',
  ledger: '台账',
  total: '事项',
  left: '未办结',
  late: '超期',
  sum: '合计',
  goOn: '未办结的事项照常办理，编号、年度、届次都不变；要转到下一年督办的，点开数字，在清单里成批办理。',
  term: '第几届',
  session: '第几次会议',
  firstDay: '会议第一天',
  takeBack: '撤回这次会议',
  takeBackAsk: (name: string) => `撤回${name}？`,
  takeBackText: '届次恢复到上一次会议，此后新建的事项记在上一次会议。',
  takenBack: (name: string) => `${name}已撤回。`,
  ends: '新一届的第一天过后，次日早上自动结束上一届代表的档案（届满）；今天之内可以撤回。',
  ask: (name: string) => `登记${name}`,
  effect: (name: string, left: number) =>
    left === 0
      ? `从今天起，新建的事项记在${name}，按届、按次编的号从头开始。`
      : `从今天起，新建的事项记在${name}，按届、按次编的号从头开始。现有 ${left} 件未办结，照常办理，编号、年度、届次都不变。`,
  wrong: '要在现在的届次之后。',
  verb: (name: string) => `登记${name}`,
  keep: '暂不登记',
  opened: (name: string) => `${name}已开始。`,
  failed: '没有取到届次。',
  readOnly: '下一次会议由县人大办管理员登记。',
}
export type TermWords = typeof zh

const en: TermWords = {
  title: 'Terms and sessions',
  none: 'No session is entered yet. Once it is, new items take it by themselves, and numbers counted by term or session start again.',
  now: (name, from) => `It is ${name}, since ${from}. New items count in it.`,
  open: 'Open the next session',
  first: 'Enter the session',
  past: 'Sessions so far',
  sitting: 'Session',
  from: 'From',
  to: 'To',
  still: 'now',
  ofSitting: (name) => `Items of ${name}`,
  empty: 'No items since this session began.',
  ledger: 'Ledger',
  total: 'Items',
  left: 'Unfinished',
  late: 'Overdue',
  sum: 'Total',
  goOn: 'Unfinished items go on as they are and keep number, year and session. To carry some over to next year, open the number and act on the list.',
  term: 'Term',
  session: 'Session',
  firstDay: 'First day',
  takeBack: 'Take this session back',
  takeBackAsk: (name) => `Take back ${name}?`,
  takeBackText: 'The session before counts again, and new items go into it.',
  takenBack: (name) => `${name} was taken back.`,
  ends: 'The morning after the first day of a new term, the files of the deputies of the term before end. Until then it can be taken back.',
  ask: (name) => `Open ${name}`,
  effect: (name, left) =>
    left === 0
      ? `From today new items count in ${name}; numbers counted by term or session start again.`
      : `From today new items count in ${name}; numbers counted by term or session start again. ${left} unfinished ${left === 1 ? 'item goes' : 'items go'} on and ${left === 1 ? 'keeps its' : 'keep their'} number, year and session.`,
  wrong: 'It must come after the present one.',
  verb: (name) => `Open ${name}`,
  keep: 'Not now',
  opened: (name) => `${name} has begun.`,
  failed: 'The sessions could not be loaded.',
  readOnly: 'The next session is opened by an administrator of the county office.',
}

/** The page of terms and sessions. */
export const termWords: Record<Lang, TermWords> = { zh, en }
