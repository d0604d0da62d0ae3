import { deputiesOf } from '../deputies.ts'
import { act, type Play } from './play.ts'

/** 乡镇代表建议: what deputies brought to the congresses of their townships. */
export const townSuggestions = (): Play[] => {
  const suggestion = (township: string, title: string, body: string, acts: Play['acts'] = []): Play => ({
    ledger: 'town-suggestions',
    by: township,
    township,
    data: {
      title,
      body,
      deputies: deputiesOf(township)
        .slice(3, 5)
        .map(({ zh }) => zh),
    },
    acts: [act(township, 'submit'), ...acts],
  })
  const takeUp = (township: string, handledBy: string) => act(township, 'takeUp', { handledBy })
  const answer = (township: string, reply: string, result = 'A') => act(township, 'answer', { reply, result })
  // Still being written.
  const draft = { ...suggestion('duigougang', '关于疏浚堆沟河支流的建议', '支流淤积，汛期排水不畅，建议疏浚。'), acts: [] }
  return [
    draft,
    suggestion('sankou', '关于增设集镇路灯的建议', '集镇西段没有路灯，夜间行走不便，建议增设。'),
    suggestion('tanggou', '关于整修汤沟村水塘护坡的建议', '水塘护坡塌落，儿童玩耍危险，建议整修。', [takeUp('tanggou', '镇农业农村局')]),
    suggestion('bailu', '关于规范集市停车的建议', '逢集停车占道，建议划线并安排专人疏导。', [
      takeUp('bailu', '镇综合行政执法局'),
      answer('bailu', '已划设停车位80个，逢集安排4人疏导。'),
    ]),
    suggestion('xinji', '关于延长镇图书室开放时间的建议', '学生放学后图书室已关门，建议延长到晚上八点。', [
      takeUp('xinji', '镇文化站'),
      answer('xinji', '自本月起周一至周五开放到晚上八点。'),
      act('xinji', 'feedback', { satisfaction: 'satisfied', note: '家长和学生都欢迎。' }),
    ]),
    suggestion('lijiji', '关于拓宽李集至县城道路的建议', '道路狭窄，货车会车困难，建议拓宽。', [
      takeUp('lijiji', '镇村镇建设局'),
      act('lijiji', 'sendUp', { reason: '属县道，需要县级部门办理。' }),
    ]),
    suggestion('tianlou', '关于更换老旧健身器材的建议', '三处健身器材损坏，建议更换。', [
      takeUp('tianlou', '镇文化站'),
      act('tianlou', 'withdraw', { reason: '镇里已安排更换，不再单独办理。' }),
    ]),
  ]
}
