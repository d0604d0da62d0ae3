import { deputiesOf } from '../deputies.ts'
import { townships } from '../offices.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 代表培训: courses of the year, and whom the townships sent. */
export const trainings = ({ work }: Days): Play[] => {
  const course = (name: string, n: number, rest: Record<string, unknown>, acts: Play['acts'] = []): Play => ({
    ledger: 'trainings',
    by: 'county',
    data: { course: name, startOn: work(n), ...rest },
    acts,
  })
  const open = (quota: number, hours: number) => act('county', 'open', { quota, hours })
  const names = (township: string, from: number, to: number) =>
    deputiesOf(township)
      .slice(from, to)
      .map(({ zh }) => zh)
  const sheet = (township: string, take: string, given: Record<string, unknown>) =>
    on({ ledger: 'training-enrolments', township }, township, take, given)
  const enrol = (township: string, from: number, to: number) => sheet(township, 'enrol', { enrolled: names(township, from, to) })
  const attend = (township: string, from: number, to: number) => sheet(township, 'attend', { came: names(township, from, to) })
  const decline = (township: string, reason: string) => sheet(township, 'decline', { reason })
  const home = { organiser: 'county', mode: 'inside', place: '县委党校第二教室' }
  return [
    course('县乡人大代表履职能力提升班', -20, { ...home, endOn: work(-18), lecturer: '市人大代表工委讲师' }, [
      open(5, 16),
      ...townships.map(({ id }, at) => enrol(id, 2, 4 + (at % 4))),
      act('county', 'close'),
      act('county', 'hold', { endOn: work(-18) }),
      ...['xinan', 'tianlou', 'sankou', 'tanggou', 'bailu', 'lijiji'].map((township) => attend(township, 2, 4)),
    ]),
    course('民生实事项目票决制专题培训', -95, { ...home, endOn: work(-94), lecturer: '县人大常委会代表工委' }, [
      open(3, 8),
      enrol('duigougang', 0, 3),
      enrol('zhangdian', 0, 2),
      decline('mengxingzhuang', '时间与镇人大会议冲突，参训代表另行补课。'),
      ...['xinan', 'tianlou', 'beichenji', 'sankou', 'tanggou', 'bailu', 'xinji', 'lijiji'].map((township) => enrol(township, 5, 8)),
      act('county', 'close'),
      act('county', 'hold', { endOn: work(-94) }),
      attend('duigougang', 0, 2),
      attend('zhangdian', 0, 2),
      ...['xinan', 'tianlou', 'beichenji', 'sankou', 'tanggou', 'bailu', 'xinji', 'lijiji'].map((township) => attend(township, 5, 6)),
      act('county', 'archive', {
        trained: 12,
        rating: 94,
        cost: 8600,
        summary: '培训12人，结合3个乡镇的实例讲解征集、票决和测评全过程，课后测试合格率100%。',
      }),
    ]),
    course('预算审查监督基础知识班', 12, { ...home, lecturer: '县财政局、审计局业务骨干' }, [
      open(4, 8),
      enrol('xinan', 0, 4),
      enrol('beichenji', 0, 3),
      enrol('xinji', 1, 4),
      act('county', 'close'),
    ]),
    course('新修改的代表法学习班', 26, { ...home, mode: 'online', place: '网络课堂', lecturer: '省人大干部培训基地教师' }, [
      open(10, 6),
      enrol('bailu', 0, 8),
      enrol('tanggou', 0, 6),
      enrol('sankou', 2, 9),
      decline('duigougang', '代表已在市级班学习过同一课程。'),
    ]),
    course('赴先进县代表工作考察学习', 40, { organiser: 'county', mode: 'outside', place: '外县区代表联络站', endOn: work(42) }),
    course('市人大常委会基层代表培训班', -10, { organiser: 'city', mode: 'outside', place: '市委党校', endOn: work(-8) }, [
      open(2, 24),
      enrol('lijiji', 0, 2),
      enrol('xinan', 4, 6),
      ...['duigougang', 'tianlou', 'beichenji', 'zhangdian', 'tanggou', 'bailu', 'xinji'].map((township) =>
        decline(township, '本期名额有限，全县统筹后本镇不派员，下期优先安排。'),
      ),
      act('county', 'close'),
      act('county', 'hold', { endOn: work(-8) }),
    ]),
    course('代表联络站站长业务轮训', 18, { ...home, lecturer: '县人大常委会代表工委' }, [
      open(3, 4),
      enrol('zhangdian', 0, 3),
      act('county', 'postpone', { movedTo: work(95), reason: '授课人另有公务，改到明年一季度举办，届时重新报名。' }),
    ]),
    course('安全生产监督专题讲座', 33, { ...home, lecturer: '县应急管理局' }, [
      act('county', 'cancel', { reason: '内容并入履职能力提升班。' }),
    ]),
  ]
}
