import { chairs, standing, termOn } from '../sittings.ts'
import { act, type Days, on, type Play, the } from './play.ts'

const tellers = ['周建平', '孙玉梅']
const vote = '2026年县级民生实事项目票决'
const second = '增补民生实事项目票决'
/** How many members the standing committee has; at its meetings of these weeks three were on leave. */
export const seated = 30
/** How many days from today the standing committee met last, before that, and meets next: what it decides names these. */
export const met = { last: -8, before: -38, next: 22 }

/** 会议: what the standing committee, its chairpersons and the congresses have met for and will meet for; a vote over projects, and one that ends in a tie. */
export const meetings = ({ days, work }: Days): Play[] => {
  const today = days(0)
  const meeting = (name: string, kind: string, day: number, acts: Play['acts'], more: Record<string, unknown> = {}): Play => ({
    ledger: 'meetings',
    by: 'county',
    data: { name, kind, day: work(day), place: '县行政中心三楼会议室', ...more },
    acts,
  })
  const notify = (given: Record<string, unknown> = {}) => act('county', 'notify', { expected: seated, ...given })
  const called = (about: string) => ({ ledger: 'project-votes', about, named: true as const })
  const count = (about: string, of: Record<string, number>) =>
    on(called(about), 'county', 'count', {
      poll: {
        ...{ all: 268, present: 251, issued: 251, collected: 251, valid: 250 },
        rows: Object.entries(of).map(([name, votes]) => ({ id: the('livelihood-projects', name), for: votes })),
      },
      tellers,
    })
  const stand = (name: string, about: string, acts: Play['acts'] = []): Play => ({
    ledger: 'livelihood-projects',
    by: 'county',
    data: { name, category: 'roads', content: `${name}，方便群众出行。`, total: 600 },
    acts: [act('county', 'screen'), act('county', 'stand', { election: [the('project-votes', about)] }), ...acts],
  })
  return [
    meeting(`${termOn(today)}人民代表大会增补票决临时会议`, 'congress', -12, [
      act('county', 'callVote', { voteOn: vote, voteSeats: 2 }),
      act('county', 'callVote', { voteOn: second, voteSeats: 2 }),
      act('county', 'callVote', { voteOn: '撤销的项目票决', voteSeats: 3 }),
      on({ ledger: 'project-votes', about: '撤销' }, 'county', 'cancel', { reason: '候选项目没有形成差额。' }),
      notify({ expected: 268 }),
      act('county', 'hold', { expected: 268, present: 251 }),
      act('county', 'minute', { minutes: '会议听取并审议了六个报告，票决了民生实事项目。' }),
    ]),
    stand('新安镇至百禄镇公路拓宽', vote),
    stand('城区停车场建设', vote),
    stand('农村危桥改造', vote, [count(vote, { 新安镇至百禄镇公路拓宽: 201, 城区停车场建设: 88, 农村危桥改造: 190 })]),
    stand('李集渡口改造', second),
    stand('汤沟客运站迁建', second),
    stand('张店集镇道路亮化', second, [count(second, { 李集渡口改造: 190, 汤沟客运站迁建: 140, 张店集镇道路亮化: 140 })]),
    meeting(standing(today, 1), 'committee', met.next - 4, [
      notify({ towns: ['xinan', 'bailu', 'tanggou'], units: ['finance', 'water'], programme: '听取审议水环境治理报告；人事任免。' }),
      act('county', 'reschedule', { day: work(met.next), reason: '与县委全会时间冲突。' }),
    ]),
    meeting(chairs(today, 2), 'chairs', 9, [], { ahead: 3 }),
    {
      ...meeting(standing(today), 'committee', met.last, [
        { ...notify({ programme: '听取和审议三个专项工作报告；对优化营商环境工作进行满意度测评；人事任免。' }), at: work(-17) },
        { ...act('county', 'hold', { expected: seated, present: seated - 3, leave: ['陈永', '吴秀', '魏志刚'] }), at: work(met.last) },
      ]),
      at: work(-20),
    },
    meeting('代表议案建议工作座谈会', 'other', 5, [
      notify({ expected: 40 }),
      act('county', 'postpone', { reason: '等候省人大会议精神。' }),
    ]),
    meeting(chairs(today, 1), 'chairs', 3, [notify({ expected: 6 }), act('county', 'cancel', { reason: '议题并入下次会议。' })]),
    meeting(`${termOn(today)}人民代表大会票决民生实事会议`, 'congress', 30, [
      act('county', 'callVote', { voteOn: '下年度民生实事项目票决', voteSeats: 10 }),
    ]),
  ]
}
