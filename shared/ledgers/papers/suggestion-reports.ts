import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'

/** To whom, and of what, bulletins and reports tell: of what was handed out, as the figures of the county's page do. */
const told: Pick<Paper, 'for' | 'of' | 'sheet' | 'in'> = {
  for: ['@lead', 'township', '@deputies'],
  of: 'list',
  sheet: 'official',
  in: ['assigned', 'handling', 'answered', 'closed', 'divided'],
}

const everybody = '各承办单位，各乡镇人大'

/** A 通报 to everybody who handles suggestions or brought them. */
export function bulletin(zh: string, en: string, period: string, blocks: Paper['blocks']): Paper {
  return {
    ...told,
    label: say(zh, en),
    from: 'county',
    register: '人大办通报',
    blocks: [
      { as: 'masthead', text: '{county}通报' },
      { as: 'number', text: '人大办通报〔{year}〕{no}号' },
      { as: 'heading', text: [`关于${period}代表建议办理情况的通报`] },
      { as: 'addressee', text: `${everybody}：` },
      ...blocks,
      { as: 'seal', text: '{county}' },
      { as: 'copies', to: everybody },
    ],
  }
}

/** 通报 of a period: a ranking of units, and what is late by name. */
export function bulletinOf(zh: string, en: string, period: string): Paper {
  return bulletin(zh, en, period, [
    { as: 'text', say: ['截至{today}，列入本次通报的代表建议共{count}件。现将办理情况通报如下。'] },
    { as: 'text', level: 1, say: ['总体情况'] },
    { as: 'figures', counts: ['result', 'satisfaction'], rates: ['accomplished', 'satisfied', 'content'] },
    { as: 'text', level: 1, say: ['各承办单位办理情况'] },
    { as: 'groups', by: 'lead', rates: ['accomplished', 'satisfied'] },
    { as: 'text', level: 1, say: ['各乡镇代表所提建议办理情况'] },
    { as: 'groups', by: 'township', rates: ['accomplished', 'satisfied'] },
    { as: 'text', level: 1, say: ['下一步要求'] },
    {
      as: 'text',
      say: [
        '有超期件的承办单位，要由主要负责人研究，逐件说明原因和办结时间；',
        '即将到期的，要主动与代表见面沟通后答复；',
        '代表不满意的，要重新办理并再次答复。',
      ],
    },
  ])
}

/** The report to the standing committee on how suggestions were handled (代表法 2025 art 52), with its tables attached. */
export function reportOf(zh: string, en: string, period: string, next: string[]): Paper {
  return {
    ...told,
    label: say(zh, en),
    from: ['county', 'township'],
    blocks: [
      { as: 'heading', text: [`关于${period}代表建议办理情况的报告`] },
      { as: 'addressee', text: '{congress}：' },
      {
        as: 'text',
        say: [`现将${period}代表建议的办理情况报告如下。`, '截至{today}，交办的代表建议共{count}件。'],
      },
      { as: 'text', level: 1, say: ['建议的类别'] },
      { as: 'figures', counts: ['category'] },
      { as: 'text', level: 1, say: ['办理结果和代表评价'] },
      {
        as: 'figures',
        counts: ['result', 'satisfaction'],
        rates: ['accomplished', 'fulfilled', 'satisfied', 'content'],
      },
      { as: 'text', level: 1, say: ['各承办单位办理情况'] },
      { as: 'groups', by: 'lead', rates: ['accomplished', 'satisfied'] },
      { as: 'text', level: 1, say: ['各乡镇代表所提建议办理情况'] },
      { as: 'groups', by: 'township', rates: ['accomplished', 'satisfied'] },
      { as: 'text', level: 1, say: ['下一步工作'] },
      { as: 'text', say: next },
      { as: 'text', say: ['特此报告。'] },
      { as: 'attached', names: ['代表建议逐件办理情况表'] },
      { as: 'seal' },
      { as: 'annex', text: '代表建议逐件办理情况表' },
      { as: 'records', columns: ['number', 'title', 'lead', 'state', 'result', 'satisfaction'] },
    ],
  }
}
