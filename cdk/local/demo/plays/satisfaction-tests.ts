import { standing } from '../sittings.ts'
import { met } from './meetings.ts'
import { type Act, act, type Days, type Play, the, votes } from './play.ts'

/** 满意度测评: votes on reports, replies and projects, with tallies only. */
export const satisfactionTests = ({ days, work, year }: Days): Play[] => {
  const test = (subject: string, unit: string, about: string, acts: Act[], rule: Record<string, string> = {}): Play => ({
    ledger: 'satisfaction-tests',
    by: 'county',
    data: { subject, unit, about, ...rule },
    acts,
  })
  const opened = (n = 0) => act('county', 'open', { meetingOn: work(n) })
  const counted = (all: number, satisfied: number, basically: number, dissatisfied: number, tellers: string[]) =>
    act('county', 'count', { ballot: votes(all, { satisfied, basically, dissatisfied }), tellers })
  const announced = act('county', 'announce')
  return [
    test(`${year}年度民生实事项目“农村公路提档升级”`, 'transport', 'project', []),
    test('县卫健委家庭医生签约服务工作', 'health', 'unit', [], { electors: 'joint', base: 'present' }),
    test('关于全县耕地保护情况的专项工作报告', 'land', 'report', [opened(12)]),
    test('县供电公司农网改造类代表建议办理', 'power', 'suggestion', [opened()], { electors: 'deputies', base: 'valid' }),
    test('关于义务教育优质均衡发展情况的专项工作报告', 'education', 'report', [opened(), counted(30, 21, 5, 1, ['葛立军', '唐晓梅'])]),
    test('灌河沿岸排污口整治专题询问整改', 'ecology', 'inquiry', [
      opened(),
      counted(30, 13, 9, 5, ['周卫东', '倪红霞']),
      act('county', 'recount', { reason: '监票人复核时发现一张票勾选不清，先前计入基本满意，需要重新清点。' }),
      counted(30, 13, 8, 6, ['周卫东', '倪红霞']),
    ]),
    {
      ...test('关于优化营商环境工作情况的专项工作报告', 'approval', 'report', [
        act('county', 'open', { meeting: [the('meetings', standing(days(0)))] }),
        { ...counted(30, 24, 3, 0, ['丁海峰', '孙玉芹']), at: work(met.last) },
        announced,
      ]),
      at: work(-25),
    },
    test('农村饮水安全审议意见办理', 'water', 'opinion', [opened(), counted(30, 19, 6, 2, ['郑长林', '顾美华']), announced]),
    test('县城公共停车场建设民生实事项目', 'urban', 'project', [opened(), counted(30, 11, 12, 4, ['贺国栋', '季春兰']), announced]),
    test('养老服务设施建设类代表建议办理', 'civil', 'suggestion', [opened(), counted(30, 22, 4, 1, ['蒋学文', '于秀珍']), announced], {
      threshold: 'twoThirds',
    }),
    test('县住建局老旧小区改造工作', 'housing', 'unit', [opened(), counted(30, 6, 7, 14, ['魏志刚', '尹秋月']), announced]),
    test('工业园区企业用工保障审议意见办理', 'labour', 'opinion', [
      opened(),
      counted(30, 7, 7, 13, ['陶建平', '卞巧云']),
      announced,
      act('labour', 'report', {
        redo: '与园区42家企业逐户对接，新增招聘专场6场，签订用工意向1130人；欠薪线索19条全部办结，台账已报送社会建设工委。',
      }),
    ]),
    test('农贸市场食品安全监管专题询问整改', 'market', 'inquiry', [
      opened(),
      counted(30, 6, 8, 13, ['庄永明', '汪翠萍']),
      announced,
      act('market', 'report', { redo: '全县17个农贸市场快检室全部配齐人员，每日公示检测结果；新安镇人民路市场完成活禽区隔离改造。' }),
      act('county', 'retest'),
    ]),
    test('汤沟镇污水管网改造民生实事项目', 'housing', 'project', [
      opened(8),
      act('county', 'cancel', { reason: '项目受汛期影响尚未竣工，主任会议同意待完工验收后再安排测评。' }),
    ]),
  ]
}
