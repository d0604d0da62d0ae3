import { officeName, townships } from '../offices.ts'
import { workdayFrom } from '../workdays.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 年度工作计划: this year's two, adopted with what came of them; last year's, summed up; next year's, still a draft. */
export const workPlans = ({ days, work, year }: Days): Play[] => {
  const plan = (title: string, kind: string, of: number, more: Record<string, unknown>, acts: Play['acts'] = []): Play => ({
    ledger: 'work-plans',
    by: 'county',
    data: { title: `${of}年度${title}`, kind, startOn: `${of}-01-01`, endOn: `${of}-12-31`, ...more },
    acts,
  })
  const [first = '', second = ''] = townships.map(({ id }) => id)
  const supervision = {
    aim: '围绕县委中心工作，突出农村人居环境、义务教育和民生保障，依法正确有效开展监督。',
    reports: [{ topic: '高标准农田管护情况的报告', organ: 'agriculture', on: work(40), desk: 'agriculture' }],
    inspections: [{ law: '中华人民共和国水污染防治法', on: work(50), desk: 'environment' }],
    inquiries: [{ topic: '农村生活污水治理', unit: 'water', on: work(70) }],
    appraisals: [{ topic: '保障性住房分配管理', unit: 'housing', on: work(80) }],
    tests: [{ subject: '河道整治工作', unit: 'water', on: work(90) }],
    officials: [{ name: '陈志远', post: '县水务局局长', organ: 'water', on: work(100) }],
  }
  const deputies = {
    aim: '密切联系群众，提高履职能力，让代表工作更有活力。',
    trainings: [{ course: '新任代表履职培训班', on: work(30) }],
    campaigns: [{ theme: '代表回选区听民声', on: work(35), until: days(120) }],
    activities: [
      { topic: '视察农村公路养护', township: first, group: `${officeName(first)}第二代表小组`, on: work(45) },
      { topic: '调研村卫生室建设', township: second, group: `${officeName(second)}第二代表小组`, on: work(46) },
    ],
  }
  const course = '预算审查监督专题培训班'
  const adopt = act('county', 'adopt', { adoptedOn: days(0) })
  const publish = act('county', 'publish', { publishedOn: days(0) })
  return [
    plan('监督工作计划', 'supervision', year, supervision, [adopt, publish]),
    plan('代表工作计划', 'deputies', year, deputies, [adopt]),
    {
      ...plan('代表工作计划', 'deputies', year - 1, { trainings: [{ course, on: workdayFrom(`${year - 1}-06-10`) }] }, [
        { ...act('county', 'adopt', { adoptedOn: workdayFrom(`${year - 1}-02-10`) }), at: workdayFrom(`${year - 1}-02-10`) },
        { ...act('county', 'publish', { publishedOn: workdayFrom(`${year - 1}-02-14`) }), at: workdayFrom(`${year - 1}-02-14`) },
        {
          ...on({ ledger: 'trainings', about: course }, 'county', 'cancel', {
            reason: '与省、市培训内容重复，改为选派代表参加省里的培训。',
          }),
          at: workdayFrom(`${year - 1}-05-08`),
        },
        { ...act('county', 'sumUp', { summary: '全年培训、主题活动和小组活动均按计划完成。' }), at: workdayFrom(`${year - 1}-12-20`) },
      ]),
      at: workdayFrom(`${year - 1}-01-18`),
    },
    plan('监督工作计划', 'supervision', year + 1, { inspections: [{ law: '中华人民共和国安全生产法', on: work(200) }] }),
    plan('监督工作计划', 'supervision', year - 1, {}, [act('county', 'cancel', { reason: '重复录入。' })]),
  ]
}
