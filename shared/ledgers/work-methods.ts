import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { methodPapers } from './papers/parts.ts'

/**
 * 工作法: “321”, “1+2”, 四步工作法, 链式监督 as schemes that the county writes itself: who does what, how long after, with which paper. An item takes one and its
 * steps become duties. What the county's four steps are is not known: the rows that a new scheme begins with are an assumption, which `assumed` tells.
 */
export const workMethods = defineLedger({
  key: 'work-methods',
  label: say('工作法', 'Work methods'),
  system: 18,
  place: 3,
  level: 'county',
  spoken: { measure: '种' },
  fields: {
    name: { kind: 'text', label: say('名称', 'Name'), required: true, max: 100 },
    purpose: { kind: 'text', label: say('用于', 'What it is for'), max: 2000 },
    assumed: {
      kind: 'yesno',
      label: say('步骤待本县确认', 'Steps to be confirmed by the county'),
      headings: ['步骤为推定，待本县确认', 'The steps are an assumption, to be confirmed'],
      default: true,
    },
    steps: {
      kind: 'items',
      label: say('步骤', 'Steps'),
      required: true,
      min: 1,
      columns: {
        step: { kind: 'text', label: say('步骤', 'Step'), required: true, max: 100 },
        who: {
          kind: 'choice',
          label: say('办理主体', 'Who'),
          required: true,
          options: {
            unit: say('承办单位', 'The unit'),
            owner: say('所属人大', 'The congress office'),
            county: say('县人大办', 'The county office'),
          },
        },
        days: { kind: 'number', label: say('天数', 'Days'), required: true, min: 1, max: 720 },
        paper: { kind: 'text', label: say('文书', 'Paper'), max: 100 },
        closes: {
          kind: 'text',
          label: say('同步完成的步骤', 'Done with'),
          max: 40,
          help: say(
            '写台账里那一步的名称（键）；同一件事就不用再报一次。',
            'The key of the item’s own step; nobody reports the same thing twice.',
          ),
        },
      },
      default: [
        { step: '第一步：走访调研', who: 'owner', days: 15, paper: '调研提纲' },
        { step: '第二步：交办落实', who: 'unit', days: 30, paper: '交办单' },
        { step: '第三步：跟踪督办', who: 'owner', days: 60, paper: '督办记录' },
        { step: '第四步：反馈评议', who: 'county', days: 90, paper: '反馈表' },
      ],
    },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    draft: { label: say('起草', 'Draft'), phase: 'draft' },
    inUse: { label: say('使用中', 'In use'), phase: 'done' },
    retired: { label: say('停用', 'Out of use'), phase: 'void' },
  },
  initial: 'draft',
  begins: say('起草', 'drafted'),
  born: { opens: ['issue'] },
  attachments: 'files',
  transitions: {
    issue: {
      label: say('启用', 'Put into use'),
      says: say('启用{this}。', 'Puts {this} into use.'),
      from: ['draft'],
      to: 'inUse',
      by: ['county'],
      discharges: ['issue'],
    },
    revise: {
      label: say('修订', 'Revise'),
      says: say(
        '修订{this}，以后采用的按新的步骤办。',
        'Revises {this}; whoever takes it from now on follows the new steps.',
      ),
      from: ['inUse'],
      by: ['county'],
      asks: ['steps', 'purpose?', 'assumed?', 'reason'],
    },
    retire: {
      label: say('停用', 'Take out of use'),
      says: say('停用{this}，以后不再采用。', 'Retires {this}; nobody takes it any more.'),
      from: ['draft', 'inUse'],
      to: 'retired',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    issue: {
      label: say('启用或停用', 'Put into use, or give up'),
      basis: say('本县设定：起草后一个月内', 'set by the county: within one month'),
      holder: ['county'],
      due: { months: 1 },
      during: ['draft'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['anyTownship', 'anyUnit'], in: ['inUse', 'retired'] }],
    edit: [{ who: ['county'], in: ['draft'], fields: ['name', 'purpose', 'assumed', 'steps', 'files'] }],
  },
  list: {
    columns: ['name', 'purpose', 'assumed', 'state'],
    filters: ['assumed', 'state'],
    search: ['name', 'purpose'],
  },
  papers: methodPapers,
})
