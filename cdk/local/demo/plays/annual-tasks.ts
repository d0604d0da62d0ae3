import { congress } from '../sittings.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 年度目标任务: what the office set itself for the year, with its milestones. */
export const annualTasks = ({ days, work }: Days): Play[] => {
  const task = (committee: string, goal: string, measure: string, finish: number, acts: Play['acts'] = [], source = 'plan'): Play => ({
    ledger: 'annual-tasks',
    by: 'county',
    data: { goal, measure, source, committee, startOn: days(-200), finishOn: work(finish), weight: 5 + (goal.length % 4) * 5 },
    // The desk in charge reports; the office accepts.
    acts: acts.map((one) => (['report', 'finish', 'reach'].includes(one.take) ? { ...one, by: `county-${committee}` } : one)),
  })
  const assign = (...milestones: [string, number][]) =>
    act('county', 'assign', milestones.length ? { milestones: milestones.map(([milestone, n]) => ({ milestone, by: work(n) })) } : {})
  const report = (progress: number, note: string) => act('county', 'report', { progress, note })
  const reach = (about: string, done: string) => on({ ledger: 'task-milestones', about }, 'county', 'reach', { done })
  const finish = (evidence: string) => act('county', 'finish', { evidence })
  return [
    task('office', `筹备${congress(days(0), 1)}`, '成立筹备组，倒排会务、文稿、选举三张清单，逐周调度。', 45, [
      assign(['拟定会议方案和日程', 4], ['完成常委会工作报告初稿', 18], ['印发会议通知', 32]),
      report(20, '会议方案已提交主任会议研究。'),
    ]),
    task('deputies', '开展代表建议办理情况年底测评', '组织各代表团对承办单位逐件测评，结果提交常委会会议。', 25, [
      assign(['发放测评表', 2], ['汇总测评结果', 16]),
      reach('发放', '265份测评表已发到各代表团，附办理情况一览表。'),
      report(40, '测评表已发放，预计月底前回收。'),
    ]),
    task('finance', '跟踪督查上年度审计查出问题整改', '建立问题清单，逐项核查整改凭证，形成跟踪监督报告。', -4, [
      assign(['收齐各单位整改报告', -12], ['实地抽查五个单位', 3]),
      report(70, '还有两个单位未报送整改报告，已发函催办。'),
    ]),
    task('law', '开展优化营商环境条例执法检查', '成立检查组，分三路到部门、园区和企业检查，形成执法检查报告。', -10, [
      assign(['印发检查方案', -80], ['实地检查', -40]),
      reach('方案', '检查方案经主任会议通过后印发。'),
      reach('实地', '检查了4个部门、2个园区和16家企业，发现问题21个。'),
      finish('执法检查报告已经常委会会议审议，审议意见已交县政府研究处理。'),
    ]),
    task(
      'social',
      '调研全县农村养老服务供给情况',
      '走访11个乡镇的敬老院和日间照料点，提出意见建议。',
      -20,
      [
        assign(['完成实地走访', -50], ['形成调研报告', -25]),
        reach('走访', '走访敬老院九所、日间照料点二十三处，座谈八次。'),
        reach('报告', '调研报告经主任会议讨论后送县政府。'),
        finish('调研报告提出七条建议，县政府已采纳五条，列入明年工作要点。'),
        act('county', 'check', { passed: true, score: 96, note: '按期完成，成果转化较好。' }),
      ],
      'leader',
    ),
    task('environment', '督办城区黑臭水体治理议案', '每月到现场督查一次，年底前听取专项报告。', 20, [
      assign(['完成管网排查', -15], ['听取专项报告', 20]),
      reach('管网', '排查雨污管网46公里，发现混接点38处。'),
      finish('三条河道已完成清淤，水质监测连续两月达标。'),
      act('county', 'check', { passed: false, note: '人民河东段仍有异味，混接点还有9处没有整改。' }),
    ]),
    task('personnel', '组织任命干部任前法律知识考试', '更新题库，实行机考，考试结果向常委会会议报告。', 60, [
      assign(['更新题库', 12]),
      act('county', 'change', { finishOn: work(75), reason: '下一批任免议题推迟到明年一月，考试相应顺延。' }),
    ]),
    task('office', '编印常委会公报合订本', '收集整理全年公报，统一校对付印。', 50),
    task('deputies', '组织代表赴外地学习考察', '选派两批骨干代表到先进县学习民生实事项目票决做法。', 30, [
      assign(['确定考察路线', 10], ['完成考察报告', 30]),
      act('county', 'cancel', { reason: '压减外出考察经费，改为线上交流。' }),
    ]),
    task(
      'finance',
      '完善国有资产管理监督数据库',
      '按企业、行政事业、自然资源三类归集数据，实现分年对比。',
      110,
      [assign(['完成历史数据录入', 40], ['上线试运行', 90])],
      'congress',
    ),
    task('law', '清理规范性文件备案台账', '对近三年备案的规范性文件逐件核对，提出处理意见。', -35, [
      assign(),
      finish('核对文件114件，建议修改6件、废止9件，已书面告知制定机关。'),
      act('county', 'check', { passed: true, score: 92 }),
    ]),
    task('social', '开展医保基金监管专项视察', '组织代表到医院、药店视察，形成视察报告。', 15, [
      act('county', 'cancel', { reason: '与市人大同题检查合并开展，不再单独安排。' }),
    ]),
  ]
}
