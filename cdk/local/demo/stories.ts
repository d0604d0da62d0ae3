import { deputyOffices } from './people.ts'
import { type Act, act, type Play } from './plays/play.ts'
import type { LiveDraft } from './suggestions.ts'
import { monthsAfter } from './workdays.ts'

type Teller = (draft: LiveDraft, today: string) => Act[]

/** How far each draft of this year has come by now: one teller for each, in turn. */
export function stories(live: LiveDraft[], today: string): Play[] {
  const tellers = plot.flatMap(([times, teller]) => Array.from({ length: times }, () => teller))
  if (tellers.length !== live.length) throw new Error(`${live.length} drafts for ${tellers.length} stories`)
  return live.map((draft, at) => begin(draft, (tellers[at] as Teller)(draft, today), at))
}

/** Every third is brought in by a deputy himself, the others by the township office. */
function begin({ replies: _, township, lead: __, co: ___, ...data }: LiveDraft, acts: Act[], at: number): Play {
  const author = at % 3 === 0 ? deputyOffices.find((deputy) => deputy.township === township) : undefined
  if (!author) return { ledger, by: township, township, data, acts }
  const deputies = [author.name.zh, ...data.deputies.filter((name) => name !== author.name.zh)].slice(0, 4)
  const own = acts.map((one) => (one.take === 'submit' ? { ...one, by: author.id } : one))
  return { ledger, by: author.id, township, data: { ...data, deputies }, acts: own }
}

const ledger = 'suggestions'
const county = 'county'

const submitted: Teller = ({ township }) => [act(township, 'submit')]
const registered: Teller = (draft, today) => [...submitted(draft, today), act(county, 'register')]
const assigned: Teller = (draft, today) => [
  ...registered(draft, today),
  act(county, 'assign', draft.co.length > 0 ? { lead: draft.lead, co: draft.co } : { lead: draft.lead }),
]
const joint: Teller = (draft, today) => assigned({ ...draft, co: [helper(draft)] }, today)
const handling: Teller = (draft, today) => [...assigned(draft, today), act(draft.lead, 'accept')]
const answered =
  (result: 'A' | 'B'): Teller =>
  (draft, today) => [...handling(draft, today), act(draft.lead, 'answer', { reply: draft.replies[result], result })]

const plot: [number, Teller][] = [
  [5, () => []],
  [5, submitted],
  [
    2,
    (draft, today) => [
      ...submitted(draft, today),
      act(county, 'sendBack', { reason: '请写清具体位置、涉及户数和建议做法，一事一议，修改后再提交。' }),
    ],
  ],
  [4, registered],
  [7, assigned],
  [
    3,
    (draft, today) => [
      ...assigned(draft, today),
      act(draft.lead, 'decline', { reason: '经核对部门职责和现场情况，该事项主要涉及其他单位，我单位可以配合，建议另行确定主办单位。' }),
    ],
  ],
  [4, handling],
  [
    4,
    (draft, today) => [
      ...joint(draft, today),
      act(draft.lead, 'accept'),
      act(helper(draft), 'coReply', { opinion: '我单位已派人到现场察看，同意主办单位的初步方案，涉及我单位的部分将同步安排、密切配合。' }),
    ],
  ],
  [
    3,
    (draft, today) => [
      ...handling(draft, today),
      act(county, 'extend', {
        due: monthsAfter(today, 5),
        reason: '该事项涉及多个部门，需要勘测设计和资金论证，经主办单位申请，同意延期答复。',
      }),
    ],
  ],
  [
    3,
    (draft, today) => [
      ...registered(draft, today),
      act(county, 'cancel', { reason: '经与领衔代表沟通，该事项与本年度已交办的另一件建议内容相同，并案办理。' }),
    ],
  ],
  [3, answered('A')],
  [
    3,
    (draft, today) => [
      ...answered('B')(draft, today),
      act(draft.township, 'feedback', {
        satisfaction: 'dissatisfied',
        note: '答复没有说明具体的实施时间和资金来源，请主办单位到现场与代表面商后重新办理。',
      }),
    ],
  ],
  [
    2,
    (draft, today) => [
      ...answered('B')(draft, today),
      act(draft.township, 'feedback', { satisfaction: 'basically', note: '同意列入计划，请按时间节点落实，代表将跟踪了解。' }),
    ],
  ],
]

/** A second unit that has something to say: the one foreseen, else the one that holds the purse. */
function helper({ co: [first], lead }: LiveDraft): string {
  return first ?? (lead === 'finance' ? 'development' : 'finance')
}
