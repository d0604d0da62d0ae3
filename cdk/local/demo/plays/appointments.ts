import { type Act, act, type Days, type Play, votes } from './play.ts'

const receive = act('county', 'receive')
const qualify = (review: string) => act('county', 'qualify', { review })
const exam = (score: number) => act('county', 'exam', { score })
const talk = (inspection: string, commitment: string) => act('county', 'talk', { inspection, commitment })
const present = act('county', 'present')
const vote = (yes: number, no: number, abstained: number, tellers: string[]) =>
  act('county', 'vote', { ballot: votes(30, { for: yes, against: no, abstained }), tellers })

/** 人事任免: from nomination to oath, as the personnel desk enters it. */
export const appointments = ({ work }: Days): Play[] => {
  const nominee = (name: string, post: string, n: number, acts: Act[], given: Record<string, unknown> = {}): Play => ({
    ledger: 'appointments',
    by: 'county',
    data: { name, post, nominator: '县长', meetingOn: work(n), ...given },
    acts,
  })
  const toExam = (review: string, score: number) => [receive, qualify(review), exam(score)]
  const ready = (review: string, score: number, inspection: string, commitment: string) => [
    ...toExam(review, score),
    talk(inspection, commitment),
  ]
  const qualified = '任职年限、学历和回避情况符合规定，材料真实完整。'
  return [
    nominee('林世杰', '县科学技术局局长', 26, [], { organ: 'science', birth: '1979年4月' }),
    nominee('曹静怡', '县审计局副局长', 12, [], { organ: 'audit', birth: '1983年11月' }),
    nominee('姚鹏程', '县商务局局长', 20, [receive], { organ: 'commerce', birth: '1980年2月' }),
    nominee('汤文博', '县统计局局长', 22, [receive, act('county', 'sendBack', { reason: '考察材料缺少民主测评汇总，请组织部门补报。' })], {
      organ: 'statistics',
    }),
    nominee('冯晓燕', '县司法局局长', 19, [receive, qualify('基层工作经历、法律职业资格均符合要求，无影响任职情形。')], {
      organ: 'justice',
    }),
    nominee('陆志远', '县信访局局长', 18, toExam('资格条件符合要求，同意参加任前法律知识考试。', 52), { organ: 'petitions' }),
    nominee('邱雅琴', '县医疗保障局局长', 24, toExam('资格审查合格，任前公示无异议。', 88), { organ: 'insurance', birth: '1982年7月' }),
    nominee(
      '程立新',
      '县市场监督管理局局长',
      11,
      ready(qualified, 91, '业务能力强，善于协调，群众评价较好。', '依法监管、廉洁用权，每年至少走访企业60家。'),
      { organ: 'market' },
    ),
    nominee(
      '夏雨桐',
      '县文化广电和旅游局局长',
      27,
      [
        ...ready(qualified, 84, '长期从事文化工作，组织协调能力强。', '推动文化惠民演出进村，办好汤沟文化节。'),
        act('county', 'hold', { reason: '收到一封实名反映，待组织部门核查后再提请。' }),
      ],
      { organ: 'culture' },
    ),
    nominee(
      '郝建功',
      '县退役军人事务局局长',
      15,
      [
        ...ready(qualified, 79, '军转干部，作风过硬，熟悉优抚政策。', '做好优抚安置，困难退役军人走访全覆盖。'),
        act('county', 'hold', { reason: '会议议程调整，等待重新安排。' }),
        act('county', 'release', { note: '议程已确定，恢复提请。', meetingOn: work(16) }),
        present,
      ],
      { organ: 'veterans' },
    ),
    nominee(
      '任海波',
      '县应急管理局副局长',
      21,
      [
        ...ready('资格条件符合要求。', 76, '熟悉危化品监管，处置险情果断。', '严守安全生产底线。'),
        present,
        vote(12, 9, 5, ['葛立军', '唐晓梅']),
      ],
      { organ: 'emergency', kind: 'appoint' },
    ),
    nominee(
      '苏明哲',
      '县城市管理局副局长',
      30,
      [
        ...ready('任职条件符合规定，具备基层管理经历。', 66, '工作扎实，群众沟通有待加强。', '规范执法、文明服务。'),
        present,
        vote(11, 10, 6, ['周卫东', '顾美华']),
        act('county', 'again', { meetingOn: work(35), reason: '与代表座谈听取意见后再次提名。' }),
        present,
        vote(13, 8, 5, ['郑长林', '尹秋月']),
      ],
      { organ: 'urban', kind: 'appoint' },
    ),
    nominee(
      '窦春雷',
      '县住房和城乡建设局局长',
      8,
      [
        ...ready(qualified, 90, '主持重点工程多年，遵守纪律，敢于担当。', '三年内完成全部城市老旧小区改造。'),
        present,
        vote(24, 2, 1, ['丁海峰', '倪红霞']),
      ],
      { organ: 'housing' },
    ),
    nominee(
      '沙文静',
      '县农业农村局局长',
      9,
      [
        ...ready(qualified, 94, '懂农业、爱农村，群众基础好。', '推进品牌农业，守住粮食安全底线。'),
        present,
        vote(27, 0, 0, ['贺国栋', '季春兰']),
        act('county', 'swear', { certificate: '灌人任字第018号', note: '当场颁发任命书，举行宪法宣誓，已备案。' }),
      ],
      { organ: 'agriculture' },
    ),
    nominee(
      '向东升',
      '县发展和改革委员会主任',
      7,
      [
        ...ready(qualified, 82, '统筹能力强，重大项目推进有力。', '提高投资效益，公开重大项目进度。'),
        present,
        vote(26, 1, 0, ['庄永明', '于秀珍']),
        act('county', 'swear', { certificate: '灌人任字第015号', note: '颁发任命书并举行宣誓仪式。' }),
        act('county', 'leave', { reason: '另有任用，调市直机关工作。' }),
      ],
      { organ: 'development' },
    ),
    nominee('温柏林', '县消防救援大队监督长', 29, [...toExam('资格条件审核通过。', 48), exam(55)], { organ: 'fire' }),
    nominee('庞春霞', '县教育局副局长', 34, [receive, act('county', 'withdraw', { reason: '提请人书面撤回议案，人选另行考察。' })], {
      organ: 'education',
      kind: 'appoint',
    }),
  ]
}
