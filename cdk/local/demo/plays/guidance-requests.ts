import { act, type Days, type Play } from './play.ts'

/** 请示答复: what the townships ask the county office, and what it says. */
export const guidanceRequests = (_: Days): Play[] => {
  const ask = (township: string, matter: string, question: string, acts: Play['acts'] = [], urgency = 'normal'): Play => ({
    ledger: 'guidance-requests',
    by: township,
    township,
    data: { matter, question, urgency },
    acts: acts.length ? [act(township, 'ask'), ...acts] : [],
  })
  const route = (committee: string) => act('county', 'route', { committee })
  const draft = (reply: string) => act('county', 'draftReply', { proposed: reply })
  const approve = (approver: string) => act('county', 'approve', { approver })
  const answered = (committee: string, reply: string, approver: string) => [route(committee), draft(reply), approve(approver)]
  return [
    ask('xinan', '镇人大代表辞职的受理机关', '我镇一名镇人大代表提出辞职，大会闭会期间由镇人大主席团受理还是须待大会表决？'),
    ask('duigougang', '镇人大会议列席人员范围', '驻镇县直单位负责人是否应当列席镇人民代表大会会议，通知由谁发出？'),
    { ...ask('tianlou', '主席团会议法定人数', '主席团成员九人，到会五人能否举行会议并作出决定？'), acts: [act('tianlou', 'ask')] },
    ask(
      'beichenji',
      '补选镇长的候选人提名',
      '镇长因工作调动辞职，补选时能否只提一名候选人？拟于下周召开大会，请尽快答复。',
      [route('personnel')],
      'urgent',
    ),
    ask('zhangdian', '镇人大经费列支范围', '代表联络站添置办公设备能否从镇人大代表活动经费中列支，标准如何掌握？', [
      route('finance'),
      draft('站点运行所需的办公设备，可以按程序从代表活动经费列支；单件超过五千元的，应先列入年度预算。'),
    ]),
    ask('sankou', '民生实事项目票决差额比例', '候选项目与应选项目的差额比例有无统一要求？我镇拟候选10件、应选8件。', [
      ...answered('deputies', '差额比例由镇人大主席团提出、大会通过票决办法时确定，一般不低于20%，该方案符合要求。', '王建民'),
    ]),
    ask('mengxingzhuang', '镇人大代表述职的频次', '任期内每名代表至少述职几次，能否以书面形式述职？', [
      ...answered('deputies', '任期内至少述职一次，以口头述职为主，确有困难的可以书面述职，但应当组织选民评议。', '李文华'),
      act('mengxingzhuang', 'confirm', { note: '已收到，明年起分四批安排。' }),
    ]),
    ask('tanggou', '代表视察企业的程序', '代表小组拟持证视察酒业园区企业，是否须先与企业主管部门沟通？', [
      ...answered('deputies', '代表可以持证就地视察，由镇人大协助联系安排，提前告知被视察单位，不得直接处理问题。', '李文华'),
      act('tanggou', 'confirm'),
      act('county', 'publish'),
    ]),
    ask('bailu', '镇预算调整的审批程序', '年中追加农路工程支出120万元，是否必须经镇人民代表大会批准？', [
      ...answered('finance', '增加预算总支出的，应当编制预算调整方案，提请镇人民代表大会审查批准。', '周正阳'),
      act('bailu', 'askAgain', { note: '上级专项转移支付增加的支出是否也要提请批准，请再予明确。' }),
    ]),
    ask('xinji', '规范性文件备案范围', '镇政府印发的村级小微工程管理办法是否需要报县人大常委会备案？', [
      route('law'),
      draft('应当备案。'),
      act('county', 'sendBack', { remark: '请补充法律依据，并说明报送期限和份数。' }),
    ]),
    ask('lijiji', '镇人大换届前代表资格终止', '两名代表已迁出本镇，是否在换届前补选？', [
      act('lijiji', 'withdraw', { reason: '县里已有统一通知，不再请示。' }),
    ]),
    ask('xinan', '代表小组能否跨选区活动', '城区六个社区代表小组拟联合开展物业管理专题调研，跨选区活动有无限制？', [
      ...answered('deputies', '代表小组可以联合开展活动，由镇人大统一安排，调研报告送镇人大主席团和有关部门。', '王建民'),
      act('xinan', 'confirm', { note: '联合调研定于下月上旬开展。' }),
      act('county', 'publish'),
    ]),
    ask(
      'duigougang',
      '会议期间代表被限制人身自由的许可',
      '我镇一名代表涉嫌危险驾驶，公安机关来函，镇人大应当如何办理？',
      [route('law'), draft('对乡镇人大代表采取强制措施，由执行机关立即报告乡镇人民代表大会，不需要事先许可。')],
      'urgent',
    ),
  ]
}
