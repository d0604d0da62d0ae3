import { deputiesOf } from '../deputies.ts'
import { act, type Days, on, type Play } from './play.ts'

type Fate = 'draft' | 'sent' | 'back' | 'read' | 'nothing' | 'routed' | 'taken' | 'closed' | 'told'

/** 民情日记: what deputies of every township saw on their rounds; the first two of each township write themselves. */
export const diaries = ({ days }: Days): Play[] =>
  notes
    .trim()
    .split('\n')
    .map((line): Play => {
      const [round = '', content, problem, answer] = line.split(' | ')
      const [township = '', seat, ago, place, met, fate] = round.split(' ')
      const deputy = deputiesOf(township)[Number(seat)]
      const by = deputy?.account ?? township
      const problems = problem ? { problems: [{ problem }] } : {}
      return {
        ledger: 'diaries',
        by,
        township,
        data: { content, deputy: [deputy?.zh], date: days(-Number(ago)), place, met: Number(met), ...problems },
        acts: stepsTo(fate as Fate, by, township, problem, answer),
      }
    })

function stepsTo(fate: Fate, by: string, township: string, problem = '', answer = ''): Play['acts'] {
  const opinion = (take: string, given: Record<string, unknown>) => on({ ledger: 'public-opinions' }, township, take, given)
  const sent = [act(by, 'submit')]
  const back = [...sent, act(township, 'sendBack', { reason: '请写明走访到的具体户数和问题地点，补充后再提交。' })]
  const read = [...sent, act(township, 'read', { comment: '走访扎实，反映的情况具体。' })]
  const nothing = [...read, act(township, 'nothing', { comment: '属于情况了解，不需要交办。' })]
  const routed = [...read, act(township, 'route', { problems: [{ problem }] })]
  const taken = [...routed, opinion('keep', { note: '镇里现场核实后限期办理。' })]
  const closed = [...routed, opinion('answer', { reply: answer })]
  const told = [...closed, act(by, 'tell', { told: `已向反映问题的群众回访：${answer}` })]
  return { draft: [], sent, back, read, nothing, routed, taken, closed, told }[fate]
}

/** Township, seat, days ago, place, people met, fate; what was seen; the problem; its answer. */
const notes = `
xinan 0 2 镇东社区 9 sent | 晚饭后走访电梯加装楼栋，五户同意、两户担心采光，约好周末再议。 | 加装电梯意见不统一，需要社区组织协商
xinan 1 8 武障河村 14 routed | 沿河看了两处码头，群众说货车夜间装卸声音很大。 | 武障河码头夜间装卸噪声扰民
xinan 4 17 硕项村 11 told | 到农家书屋坐了一下午，老人反映活动室冬天太冷。 | 硕项村活动室没有取暖设备 | 镇文化站已安装两台空调，周一至周六开放。
xinan 5 25 人民社区 6 nothing | 看望三位独居老人，了解助餐卡使用情况，都说饭菜可口。
duigougang 0 1 九队村 7 draft | 走访渔船检修点，记下渔民对柴油补贴发放时间的询问。
duigougang 1 13 兴港社区 16 taken | 到安置小区看物业，电动车棚的棚顶被台风掀掉一半。 | 安置小区电动车棚棚顶破损
duigougang 4 29 四圩村 8 closed | 察看海堤内侧排水，两处涵管接头渗水。 | 四圩村涵管接头渗水 | 已更换橡胶圈并回填夯实，雨后复查无渗水。
duigougang 5 5 大咀社区 5 read | 化工园区外围居民说夜间偶有异味，想看到监测数据。 | 居民希望公开园区夜间空气监测数据
tianlou 0 4 大兴村 12 sent | 秋种收尾，农户担心倒春寒，询问小麦完全成本保险怎么理赔。 | 小麦保险理赔流程不清楚
tianlou 1 21 头图村 10 told | 实地看村级公益岗，保洁员反映垃圾清运车两天才来一次。 | 头图村垃圾清运间隔过长 | 清运公司改为每日一次，增配一辆转运车。
tianlou 4 36 三兴社区 9 nothing | 参加社区议事会，居民对小广场健身器材更新表示满意。
beichenji 0 3 尹荡村 13 read | 到水稻种植大户家算账，机插秧补助每亩比去年少二十元。 | 机插秧补助标准下调原因需要说明
beichenji 1 15 陈集社区 8 routed | 集镇主街停车无序，赶集日救护车难以通过。 | 集镇主街赶集日停车堵塞消防和急救通道
beichenji 3 40 沂南村 11 closed | 沂河堤顶路缺少警示牌，弯道处发生过刮擦。 | 沂河堤顶路弯道没有警示牌 | 已设置警示牌四块、凸面镜两面。
beichenji 4 11 港咀村 6 back | 到村里走了走，总体不错。
zhangdian 0 6 龙兴村 15 sent | 藕塘边和种植户聊行情，塘口租金上涨，合作社想统一销售。
zhangdian 1 19 张店社区 10 taken | 社区幼儿园门口没有减速带，接送时段车速过快。 | 张店社区幼儿园门口缺少减速带
zhangdian 3 33 南闸村 7 told | 走访低保边缘户，孩子上学资助申请材料反复补交。 | 困难学生资助申请材料反复补交 | 镇民政办一次性告知并代办，资助款已到账。
sankou 0 2 窑河村 9 draft | 准备记录村史馆布展讨论，等村里提供老照片清单。
sankou 5 45 大港村 12 closed | 灌溉支渠边坡塌方3米，影响50亩麦田进水。 | 大港村灌溉支渠边坡塌方 | 木桩加固并清淤，已恢复通水。
mengxingzhuang 0 3 孟兴庄村 11 read | 食用菌大棚用电负荷不够，升温时跳闸。 | 食用菌基地变压器容量不足
tanggou 0 1 金星村 8 sent | 酒企职工谈到倒班食堂价格，建议开放给周边居民。
bailu 0 5 嵇桥村 12 read | 走访在建灌排站，施工便道压坏了两户门前路面。 | 灌排站施工便道损坏农户门前路面
xinji 0 4 莞渎村 13 sent | 老街修缮进入尾声，住户担心明年租金上涨。 | 老街修缮后租金政策需要说明
lijiji 0 2 六塘村 10 back | 和村民谈了秸秆、道路、看病等几件事。
`
