import { defineLedger } from '../define.ts'
import { say } from '../say.ts'
import { results, satisfaction } from '../verdicts.ts'

/** 分办件: the share of one unit in a suggestion that is handled separately; each unit answers for itself and is rated for itself. */
export const dividedSuggestions = defineLedger({
  key: 'divided-suggestions',
  label: say('分办件', 'Separate shares'),
  system: 1,
  level: 'township',
  part: true,
  fields: {
    title: { kind: 'text', label: say('标题', 'Title'), required: true, max: 200 },
    body: { kind: 'text', label: say('内容', 'Text'), max: 5000 },
    unit: { kind: 'office', of: 'unit', label: say('分办单位', 'Unit'), required: true },
    reply: { kind: 'text', label: say('答复内容', 'Reply'), max: 10000 },
    result: { kind: 'choice', label: say('结果', 'Result'), options: results },
    satisfaction: { kind: 'choice', label: say('满意度', 'Satisfaction'), options: satisfaction },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    handling: { label: say('办理中', 'Handling'), phase: 'open' }, answered: { label: say('已答复', 'Answered'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'handling',
  born: { opens: ['reply'] },
  transitions: {
    answer: { label: say('答复代表', 'Answer'), from: ['handling'], to: 'answered', by: ['@unit'], asks: ['reply', 'result'], discharges: ['reply', 'rehandle'], opens: ['feedback'] },
    feedback: { label: say('反馈', 'Feedback'), from: ['answered'], to: 'closed', by: ['township'], asks: ['satisfaction', 'note?'], discharges: ['feedback'],
      branches: [{ when: [{ field: 'satisfaction', is: 'dissatisfied' }], to: 'handling', opens: ['rehandle'] }] },
    follow: { label: say('随主件取消', 'Cancelled with the whole'), from: ['handling', 'answered'], to: 'cancelled', by: ['system'], when: [{ parent: ['cancelled'] }] },
  },
  duties: {
    reply: { label: say('分别答复', 'Answer for its share'), basis: say('代表法第五十一条：交办之日起三个月内答复', 'Deputies Law art 51: three months from assignment'), holder: ['@unit'], due: { months: 3 }, cap: { months: 6 }, during: ['handling'] },
    rehandle: { label: say('重新办理', 'Rehandle'), basis: say('代表不满意的，一个月内重新办理（山东建议条例2017）', 'one month when the deputy is dissatisfied (Shandong rules 2017)'), holder: ['@unit'], due: { months: 1 }, during: ['handling'] },
    feedback: { label: say('反馈满意度', 'Feedback'), basis: say('收到答复后十个工作日内反馈（河南建议办法2017）', 'ten working days after the answer (Henan rules 2017)'), holder: ['township'], due: { workdays: 10 }, during: ['answered'] },
  },
  may: { create: [], read: ['county', 'township', '@unit'], edit: [] },
  list: { columns: ['title', 'township', 'unit', 'result', 'satisfaction', 'state', 'dueOn'], filters: ['township', 'unit', 'state', 'year'], search: ['title'] },
  report: { duty: 'reply', by: ['unit', 'township'], counts: ['satisfaction', 'result'] },
})
