import { act, type Days, on, type Play } from './play.ts'

/** 制度汇编: the rules of the congress office, made, reviewed, revised and repealed. */
export const rules = ({ days }: Days): Play[] => {
  const rule = (part: string, title: string, text: string, acts: Play['acts'] = []): Play => ({
    ledger: 'rules',
    by: 'county',
    data: { part, title, text },
    acts,
  })
  const adopted = (adoptedBy: string, n: number, fileNo: string) =>
    act('county', 'adopt', { adoptedBy, adoptedOn: days(n), inForceOn: days(n + 30), fileNo })
  const review = (keep: boolean, reason: string) => act('county', 'review', { keep, reason })
  const consult = (text: string) => act('county', 'consult', { text })
  const committee = '县人大常委会会议'
  const chairs = '县人大常委会主任会议'
  return [
    rule(
      'procedure',
      '灌南县人大常委会议事规则',
      '规定会议的召开、议案的提出和审议、听取和审议报告、发言和表决等程序，常委会会议每两个月至少举行一次。',
      [adopted(committee, -1040, '灌人发〔2024〕3号')],
    ),
    rule(
      'procedure',
      '灌南县人大常委会讨论决定重大事项办法',
      '明确重大事项的范围、提出时限、论证程序和决定后的报告要求，每年一季度公布清单。',
      [adopted(committee, -520, '灌人发〔2025〕11号')],
    ),
    rule('meetings', '灌南县人大常委会主任会议工作规则', '主任会议处理常委会重要日常工作，研究拟提请常委会会议审议的事项。', [
      adopted(chairs, -1120, '灌人办〔2023〕21号'),
      review(true, '与现行法律没有抵触，继续有效，三年后再次清理。'),
    ]),
    rule('meetings', '常委会会议列席和旁听办法', '基层代表、乡镇人大主席列席常委会会议，公民凭身份证件报名旁听，每次不超过十人。', [
      adopted(committee, -300, '灌人发〔2026〕2号'),
    ]),
    rule('election', '灌南县国家工作人员宪法宣誓实施办法', '由县人大及其常委会选举或者任命的人员，就职时应当公开进行宪法宣誓。', [
      adopted(committee, -1400, '灌人发〔2023〕4号'),
      review(false, '宣誓人员范围与修改后的省条例不一致，需要修订。'),
    ]),
    rule('election', '人事任免工作办法', '规定提请任免的材料、任前法律知识考试、见面发言、无记名投票表决和任后监督。', [
      adopted(committee, -1290, '灌人发〔2023〕9号'),
      review(false, '补充任前公示和任后述职条款。'),
      act('county', 'revise'),
    ]),
    rule('reports', '灌南县人大常委会执法检查办法', '规定执法检查的选题、组织、报告和跟踪检查，每年安排一至两部法律法规。', [
      adopted(committee, -1320, '灌人发〔2023〕6号'),
      review(false, '监督法修改后，执法检查报告的内容和整改时限需要相应调整。'),
      act('county', 'revise'),
      on({ ledger: 'rules' }, 'county', 'adopt', {
        adoptedBy: committee,
        adoptedOn: days(-25),
        inForceOn: days(-20),
        fileNo: '灌人发〔2026〕19号',
      }),
    ]),
    rule('reports', '听取和审议专项工作报告办法', '报告机关在会议举行二十日前将报告送有关委室征求意见，会议举行十日前送交常委会。', [
      adopted(committee, -700, '灌人发〔2024〕17号'),
    ]),
    rule(
      'reports',
      '灌南县人大常委会工作评议办法（试行）',
      '评议采取调查、听取报告、询问和无记名测评相结合的方式，结果分满意、基本满意和不满意。',
      [adopted(chairs, -1500, '灌人办〔2022〕30号'), act('county', 'repeal', { reason: '试行期满，内容已并入专项工作评议实施细则。' })],
    ),
    rule('reports', '专题询问实施细则', '一年内安排一至两次专题询问，应询单位主要负责人到会回答，承诺事项列入跟踪清单。', [
      consult('征求意见稿：专题询问每年安排一至两次；应询单位当场作出的承诺，由承办委室在五个工作日内书面确认并跟踪。'),
      act('xinan', 'comment', { comment: '建议写明乡镇人大主席可以列席询问会并补充提问。' }),
      act('tanggou', 'comment', { comment: '承诺事项的兑现情况建议每半年向代表通报一次。' }),
    ]),
    rule('procedure', '灌南县人大常委会规范性文件备案审查办法', '明确报备范围、审查分工和纠正程序，每年听取一次备案审查工作报告。', [
      act('county', 'adopt', { adoptedBy: committee, adoptedOn: days(-6), inForceOn: days(25), fileNo: '灌人发〔2026〕22号' }),
    ]),
    rule('other', '代表建议办理质量评价办法', '从办理时限、面商情况、答复质量和兑现情况四个方面评价承办单位，评价结果向县政府通报。'),
    rule('other', '民情日记审阅和问题交办办法', '乡镇人大在收到民情日记后五个工作日内审阅，需要办理的问题分流交办并向代表反馈。', [
      consult('征求意见稿：代表每月至少写一篇民情日记；乡镇人大五个工作日内审阅，反映的问题逐件交办。'),
      act('bailu', 'comment', { comment: '老年代表可以口述，由联络员代记，建议写进办法。' }),
      adopted(chairs, -60, '灌人办〔2026〕26号'),
    ]),
    rule('other', '代表联络站星级评定办法', '按值班、接待、办结、台账四项打分，星级每年评定一次，实行动态管理。', [
      act('county', 'drop', { reason: '与省里统一的站点评定标准重复，不再另行制定。' }),
    ]),
    rule('other', '乡镇人大工作考核办法', '对十一个乡镇人大的会议、代表工作、监督工作和信息宣传进行年度考核。', [
      consult('征求意见稿：考核实行百分制，代表工作四十分，监督工作三十分，会议二十分，信息宣传十分。'),
      act('county', 'drop', { reason: '县委已统一安排年度综合考核，不再单独考核。' }),
    ]),
  ]
}
