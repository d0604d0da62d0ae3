import { standing } from '../sittings.ts'
import { met } from './meetings.ts'
import { type Act, act, type Days, type Play, the, votes } from './play.ts'

const papers = ['任免议案', '任免呈报表', '简历', '考察材料']
const receive = act('county', 'receive', { materials: papers.map((what) => ({ what, ready: true })) })
const qualify = (review: string) => act('county', 'qualify', { review })
const exam = (score: number) => act('county', 'exam', { score })
const talk = (inspection: string, commitment: string) =>
  act('county', 'talk', { inspection, talk: '县人大常委会分管领导谈话，提出依法履职、接受监督、廉洁自律三点要求。', commitment })
const agenda = act('county', 'agenda')
const hear = act('county', 'hear', {
  speech: '本人作供职发言，报告履职打算。',
  questions: '两名委员就队伍建设和建议办理提问，本人当场作答。',
})
const present = [agenda, hear]
const vote = (yes: number, no: number, abstained: number, tellers: string[]) =>
  act('county', 'vote', { ballot: votes(30, { for: yes, against: no, abstained }), tellers })

/** 人事任免: from nomination to oath, as the personnel desk enters it. */
export const appointments = ({ days, work }: Days): Play[] => {
  const nominee = (name: string, post: string, n: number, given: Record<string, unknown>, acts: Act[] = []): Play => ({
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
    nominee('林世杰', '县科学技术局局长', 26, { organ: 'science', birth: '1979年4月' }),
    nominee('曹静怡', '县审计局局长', 12, { organ: 'audit', kind: 'remove', birth: '1963年11月' }),
    nominee('姚鹏程', '县商务局局长', 20, { organ: 'commerce', birth: '1980年2月' }, [receive]),
    nominee('汤文博', '县统计局局长', 22, { organ: 'statistics' }, [
      receive,
      act('county', 'sendBack', { reason: '考察材料缺少民主测评汇总，请组织部门补报。' }),
    ]),
    nominee('冯晓燕', '县司法局局长', 19, { organ: 'justice' }, [
      receive,
      qualify('基层工作经历、法律职业资格均符合要求，无影响任职情形。'),
    ]),
    nominee('陆志远', '县信访局局长', 18, { organ: 'petitions' }, toExam('资格条件符合要求，同意参加任前法律知识考试。', 52)),
    nominee('季文涛', '县林业局局长', 13, { nominator: '县长', birth: '1981年9月', sex: 'male', present: '县林业局副局长' }, [
      ...ready(qualified, 83, '熟悉林业业务，作风扎实。', '守住林地红线，三年新增造林8000亩。'),
      agenda,
    ]),
    nominee('邱雅琴', '县医疗保障局局长', 24, { organ: 'insurance', birth: '1982年7月' }, toExam('资格审查合格，任前公示无异议。', 88)),
    nominee(
      '程立新',
      '县市场监督管理局局长',
      11,
      { organ: 'market' },
      ready(qualified, 91, '业务能力强，善于协调，群众评价较好。', '依法监管、廉洁用权，每年至少走访企业60家。'),
    ),
    nominee('夏雨桐', '县文化广电和旅游局局长', 27, { organ: 'culture' }, [
      ...ready(qualified, 84, '长期从事文化工作，组织协调能力强。', '推动文化惠民演出进村，办好汤沟文化节。'),
      act('county', 'hold', { reason: '收到一封实名反映，待组织部门核查后再提请。' }),
    ]),
    nominee('郝建功', '县退役军人事务局局长', 15, { organ: 'veterans' }, [
      ...ready(qualified, 79, '军转干部，作风过硬，熟悉优抚政策。', '做好优抚安置，困难退役军人走访全覆盖。'),
      act('county', 'hold', { reason: '会议议程调整，等待重新安排。' }),
      act('county', 'release', { note: '议程已确定，恢复提请。', meetingOn: work(16) }),
      ...present,
    ]),
    nominee('任海波', '县人民法院副院长', 0, { nominator: '县人民法院院长', kind: 'appoint' }, [
      ...ready('资格条件符合要求。', 76, '审判业务精通，主审案件发改率低。', '公正司法，自觉接受人大监督。'),
      ...present,
      vote(12, 9, 6, ['葛立军', '唐晓梅']),
    ]),
    nominee('苏明哲', '县人民检察院检察委员会委员', 0, { nominator: '县人民检察院检察长', kind: 'appoint' }, [
      ...ready('任职条件符合规定，具备基层管理经历。', 66, '办案扎实，基层联系群众还要加强。', '依法履职、文明办案。'),
      ...present,
      vote(11, 10, 6, ['周卫东', '顾美华']),
      act('county', 'again', { meetingOn: work(0), reason: '与代表座谈听取意见后再次提名。' }),
      ...present,
      vote(13, 8, 6, ['郑长林', '尹秋月']),
    ]),
    {
      ledger: 'appointments',
      by: 'county',
      data: {
        name: '窦春雷',
        post: '县工业和信息化局局长',
        nominator: '县长',
        organ: 'industry',
        meeting: [the('meetings', standing(days(0)))],
      },
      acts: [
        ...ready(qualified, 90, '抓园区建设多年，遵守纪律，敢于担当。', '三年内培育规模以上企业40家。'),
        agenda,
        ...[hear, vote(24, 2, 1, ['丁海峰', '倪红霞'])].map((each) => ({ ...each, at: work(met.last) })),
      ],
      at: work(-22),
    },
    nominee('沙文静', '县财政局局长', 0, { organ: 'finance' }, [
      ...ready(qualified, 94, '熟悉财政业务，原则性强，群众评价好。', '管好钱袋子，预算全部公开，专项资金直达基层。'),
      ...present,
      vote(27, 0, 0, ['贺国栋', '季春兰']),
      act('county', 'swear', { swornOn: work(0), certificate: '灌人任字第018号', filing: '灌人发〔备〕第9号' }),
    ]),
    nominee('向东升', '县发展和改革委员会主任', 0, { organ: 'development' }, [
      ...ready(qualified, 82, '统筹能力强，重大项目推进有力。', '提高投资效益，公开重大项目进度。'),
      ...present,
      vote(26, 1, 0, ['庄永明', '于秀珍']),
      act('county', 'publish'),
      act('county', 'swear', { swornOn: work(0), certificate: '灌人任字第015号' }),
      act('county', 'leave', { reason: '另有任用，调市直机关工作。' }),
    ]),
    nominee('卢秀梅', '县卫生健康委员会主任', 0, { organ: 'health' }, [
      ...ready(qualified, 87, '医疗管理经验丰富，处事公道。', '让群众在家门口看得上病、看得好病。'),
      ...present,
      vote(25, 1, 1, ['孙玉芹', '汪翠萍']),
      act('county', 'publish'),
    ]),
    nominee('骆长河', '县粮食和物资储备局局长', 0, { kind: 'resign' }, [
      receive,
      act('county', 'qualifyRemoval', { review: '本人书面提出辞职，任免材料齐全，符合法定程序。' }),
      agenda,
      act('county', 'present'),
      vote(27, 0, 0, ['葛立军', '顾美华']),
      act('county', 'announce', { filing: '灌人发〔备〕第11号' }),
    ]),
    nominee('温柏林', '县交通运输局局长', 29, { organ: 'transport' }, [...toExam('资格条件审核通过。', 48), exam(55)]),
    nominee(
      '庞春霞',
      '县人民法院民事审判庭庭长',
      34,
      {
        organ: 'education',
        kind: 'appoint',
      },
      [receive, act('county', 'withdraw', { reason: '提请人书面撤回议案，人选另行考察。' })],
    ),
  ]
}
