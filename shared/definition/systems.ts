import type { Label } from '../names.ts'

/** One of the county's systems of work, named in a ledger by its number. */
export type System = { number: number; label: Label }
export type SystemGroup = { key: string; label: Label; systems: System[] }

/** The seventeen systems, and what runs across all of them, in five groups in the order of the menu. */
export const systemGroups: SystemGroup[] = [
  group('deputies', '代表工作', 'Deputies', [
    [1, '代表建议', 'Suggestions'],
    [10, '代表履职', 'Performance'],
    [11, '代表活动', 'Activities'],
    [12, '代表培训', 'Training'],
    [13, '站点与民意', 'Stations and opinions'],
    [14, '民情日记', "People's diary"],
  ]),
  group('supervision', '监督工作', 'Supervision', [
    [2, '审议意见', 'Deliberation opinions'],
    [3, '专题询问', 'Special inquiries'],
    [4, '满意度测评', 'Satisfaction votes'],
    [5, '执法检查', 'Law inspections'],
    [6, '工作评议', 'Work appraisals'],
  ]),
  group('decisions', '决定任免', 'Decisions', [
    [7, '重大事项', 'Major matters'],
    [9, '任免与述职', 'Appointments and reports'],
  ]),
  group('projects', '民生预算', 'Projects and budget', [
    [15, '民生实事', 'Livelihood projects'],
    [8, '预算监督', 'Budget supervision'],
  ]),
  group('office', '机关工作', 'Office', [
    [16, '制度与目标', 'Rules and targets'],
    [17, '县乡联动', 'County and townships'],
    [18, '会议与统筹', 'Meetings and rounds'],
  ]),
]

/** Where a county's own ledger stands whose number is none of ours. */
export const otherGroup: SystemGroup = { key: 'other', label: { zh: '其他', en: 'Other' }, systems: [] }

/** The group and the system of a number; `otherGroup` without a system for a number that is none of ours. */
export function systemOf(number: number): { group: SystemGroup; system?: System } {
  for (const each of systemGroups) {
    const system = each.systems.find((one) => one.number === number)
    if (system) return { group: each, system }
  }
  return { group: otherGroup }
}

function group(key: string, zh: string, en: string, systems: [number, string, string][]): SystemGroup {
  return { key, label: { zh, en }, systems: systems.map(([number, ...label]) => ({ number, label: { zh: label[0], en: label[1] } })) }
}
