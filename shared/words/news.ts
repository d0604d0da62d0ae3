import type { Label } from '../names.ts'
import type { Urgent } from './openings.ts'
import type { Cause } from './rule.ts'
import { joined, standing } from './sentence.ts'
import { asVerb } from './verbs.ts'

/** What letters about one event say by themselves. */
export const newsWords = {
  atOnce: {
    zh: '以上情况已记入系统，请登录查看。不用回复。',
    en: 'What is told here is on the platform; sign in to see it. No reply is needed.',
  },
  opened: { zh: '交给您单位办理', en: 'Yours to do' },
  moved: { zh: '期限有调整', en: 'The due day has moved' },
  returned: { zh: '退回修改', en: 'Sent back' },
  cancelled: { zh: '不用再办', en: 'No longer needed' },
  decided: { zh: '您单位的申请已答复', en: 'Your request was answered' },
  undone: { zh: '前一步已撤销', en: 'The step before was taken back' },
  next: { zh: '请接着办理', en: 'The next step is yours' },
  urged: { zh: '催办', en: 'Please act' },
  urgedNote: {
    zh: '这封信由催办的单位发出。请在系统里办理，不用回复邮件。',
    en: 'Sent by the office that asks. Please act on the platform; no reply is needed.',
  },
  paper: { zh: '有一份文件发给您单位', en: 'A paper was sent to your office' },
  closed: {
    zh: '这件不再由您单位办理，系统里不再向您单位显示。',
    en: 'It is no longer with your office, and the platform shows it to your office no more.',
  },
  openPaper: { zh: '打开文件', en: 'Open the paper' },
  paperNote: {
    zh: '文件原件存在系统里，登录后打开、下载。不用回复。',
    en: 'The paper itself is kept on the platform; sign in to open it. No reply is needed.',
  },
} as const satisfies Record<string, Label>

export const newsSubject = (what: Label, item: string): Label => ({
  zh: `督办 ${what.zh}：${item}`,
  en: `Duban, ${what.en}: ${item}`,
})

/** The subject of a letter about one thing to do. */
export const toDo = ({ zh, en }: Label): Label => ({ zh: `请${asVerb({ zh, en }).zh}`, en: `To do: ${en.toLowerCase()}` })

/** What an office did that sent a paper out, or that urges. */
export const sentPaper = (paper: Label): Label => ({ zh: `发来${paper.zh}`, en: `sent ${paper.en}` })
export const urges: Label = { zh: '催办', en: 'asks you to act' }

/** What somebody is told of one step: who took it, and what of it concerns the reader. */
export type Step = {
  cause: Cause | 'urged' | 'paper'
  /** Who acted and what he did: 灌南县人大已交办. */
  did: Label
  /** What the reader has to do (`asked`); empty where nothing is asked. */
  asks: Label
  reader: Label
  /** What the reader owed went with the step that was taken back. */
  freed?: true
  /** What was done names the item already: 灌南县人大新建了代表建议…. */
  named?: true
}

/** What a letter about one step says, without the item, as the bell says it below the item's name. */
export function toldOf({ cause, did, asks, reader, freed }: Step): Label {
  const over: Label = { zh: `${reader.zh}不用再办`, en: `nothing more is asked of ${reader.en}` }
  const then: Record<Step['cause'], Label> = {
    opened: asks,
    moved: asks,
    returned: { zh: `请${reader.zh}修改后重新提交`, en: 'please change it and hand it in again' },
    cancelled: over,
    decided: asks.zh !== '' ? asks : { zh: `这是对${reader.zh}申请的答复`, en: `this answers what ${reader.en} asked for` },
    undone: asks.zh !== '' ? asks : freed ? over : { zh: '请以系统里现在的情况为准', en: 'please go by how it stands on the platform now' },
    // Letters of before named no step.
    next: asks.zh !== '' ? asks : { zh: `请${reader.zh}接着办理`, en: `the next step is for ${reader.en}` },
    urged: asks,
    paper: { zh: `请${reader.zh}登录系统查收`, en: 'please sign in to open it' },
  }
  const between = cause === 'moved' ? [{ zh: '期限有调整', en: 'the due day has moved' }] : []
  return joined(
    [did, ...between, then[cause]].filter(({ zh }) => zh !== ''),
    '，',
    '; ',
  )
}

/** The first sentence of a letter about one step. */
export function stepOpening(item: Label, step: Step): Label {
  const { zh, en } = toldOf(step)
  if (step.cause === 'urged')
    return { zh: `${step.did.zh}${item.zh}：${step.asks.zh}。`, en: `${step.did.en} on ${item.en}: ${step.asks.en}.` }
  if (step.named) return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }
  return { zh: `${item.zh}，${zh}。`, en: `${item.en}: ${en}.` }
}

/** The first sentence of a letter that urges about several items at once. */
export function urgeOpening(done: Label, count: number, on: string, { item, told, whose }: Urgent): Label {
  const state = standing(told, whose, on)
  return {
    zh: `${done.zh}${whose.zh}超期的 ${count} 件事项，最急的是${item.zh}：${state.zh}，请尽快办理。`,
    en: `${done.en} on ${count} late items; first comes ${item.en}: ${state.en}; please act soon.`,
  }
}
