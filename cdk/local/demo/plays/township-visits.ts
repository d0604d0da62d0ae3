import { act, type Days, on, type Play } from './play.ts'

/** 挂钩联系: visits of the chairpersons' meeting to the townships it is hooked up with. */
export const townshipVisits = ({ work }: Days): Play[] => {
  const visit = (township: string, leader: string, n: number, purpose: string, place: string, acts: Play['acts'] = []): Play => ({
    ledger: 'township-visits',
    by: 'county',
    township,
    data: { purpose, leader, date: work(n), place },
    acts,
  })
  const cracked = {
    found: '走访两个村居，代表站接待记录完整。群众反映村口涵洞破损，雨天通行不便。',
    problems: [{ problem: '三口镇大庄村村口涵洞破损，雨天积水难以通行' }],
  }
  const quiet = { found: '实地查看代表之家运行情况，值班接待正常，小组活动按季开展，没有需要县级协调的问题。' }
  return [
    visit('xinan', '周正阳', 6, '了解代表小组第四季度活动准备情况', '新安镇人大代表之家'),
    visit('tanggou', '李文华', -6, '走访酒业园区代表联络站', '汤沟镇园区站', [act('county', 'visit', quiet)]),
    visit('sankou', '王建民', -12, '督查民生实事项目进展', '三口镇大庄村', [act('county', 'visit', cracked), act('county', 'route')]),
    visit('bailu', '李文华', -40, '调研乡镇人大规范化建设', '百禄镇政府', [
      act('county', 'visit', quiet),
      act('bailu', 'settle', { result: '已按要求补充代表活动台账。' }),
    ]),
    visit('sankou', '王建民', -75, '回访群众反映问题', '三口镇', [
      act('county', 'visit', cracked),
      act('county', 'route'),
      on({ ledger: 'public-opinions' }, 'sankou', 'answer', { reply: '已安排村里修复涵洞，10天内完工。' }),
    ]),
    visit('xinji', '周正阳', 3, '参加代表接待日', '新集镇', [act('county', 'cancel', { reason: '与全省视频会议时间冲突，改到下月。' })]),
  ]
}
