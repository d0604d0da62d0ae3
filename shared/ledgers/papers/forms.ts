import type { Block, Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'

type Ticks = Omit<Extract<Block, { as: 'ticks' }>, 'as'>

/** A ledger as a table on a wide sheet, as offices keep it in their files. `measure`: the word by which what it lists is counted. */
export function listPaper(
  zh: string,
  en: string,
  columns: string[],
  { measure = '件', ...more }: Partial<Paper> & { measure?: string } = {},
): Paper {
  return {
    label: say(zh, en),
    for: ['county'],
    of: 'list',
    sheet: 'wide',
    blocks: [
      { as: 'heading', text: [zh] },
      { as: 'text', say: [`截至{today}，共{count}${measure}。`] },
      { as: 'records', columns },
    ],
    ...more,
  }
}

/** A secret ballot: what is voted on (worded by the first table whose conditions hold), a box for each answer, and how to fill it in. */
export function ballotPaper(zh: string, en: string, ticks: Ticks | Ticks[], more: Partial<Paper> = {}): Paper {
  return {
    label: say(zh, en),
    for: ['county'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: [zh] },
      ...[ticks].flat().map((each): Block => ({ as: 'ticks', ...each })),
      { as: 'text', level: 3, say: ['每项只能选择一种意见，在对应的空格内打“√”；不选或者多选的，该项作废。'] },
      { as: 'text', level: 3, say: ['请用黑色钢笔或者签字笔填写，字迹要清楚；本票不记名。'] },
    ],
    ...more,
  }
}

/** What the tellers fill in and sign. */
export function tallyPaper(subject: string, ballot: string, more: Partial<Paper> = {}): Paper {
  return {
    label: say('计票单', 'Tally sheet'),
    for: ['county'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['计票单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '事项', text: subject }],
          [{ label: '应到人数' }, { label: '实到人数' }],
          [{ label: '发出票数' }, { label: '收回票数' }],
          [{ label: '有效票数' }, { label: '无效票数' }],
        ],
      },
      { as: 'ticks', of: ballot, rows: [subject] },
      { as: 'signs', labels: ['监票人', '计票人', '总监票人'] },
    ],
    ...more,
  }
}
