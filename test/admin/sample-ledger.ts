import type { Ledger } from '../../shared/definition/ledger.ts'

const label = (zh: string) => ({ zh, en: zh })

/** A ledger with a loop, a branch, a void state and every way a field can come to stand somewhere. */
export const errands: Ledger = {
  key: 'errands',
  label: label('跑腿'),
  system: 1,
  level: 'township',
  fields: {
    title: { kind: 'text', label: label('标题'), required: true, max: 80 },
    body: { kind: 'text', label: label('正文'), max: 5000 },
    people: { kind: 'deputies', label: label('代表') },
    kind: { kind: 'choice', label: label('类别'), options: { a: label('甲'), b: label('乙') } },
    unit: { kind: 'office', of: 'unit', label: label('承办单位') },
    due: { kind: 'date', none: true, label: label('期限') },
    reply: { kind: 'text', label: label('答复'), max: 3000 },
    grade: { kind: 'choice', label: label('结果'), options: { A: label('已解决'), B: label('列入计划') } },
    doneOn: { kind: 'date', label: label('办结日期') },
    rows: { kind: 'items', label: label('清单'), columns: { what: { kind: 'text', label: label('事') } } },
    count: { kind: 'computed', label: label('件数'), value: { as: 'count', of: 'rows' } },
    secret: { kind: 'text', label: label('电话'), seenBy: ['county'] },
    reason: { kind: 'text', only: 'event', label: label('理由') },
  },
  states: {
    draft: { label: label('草稿'), phase: 'draft' },
    sent: { label: label('已提交'), phase: 'open' },
    given: { label: label('已交办'), phase: 'open' },
    waiting: { label: label('暂停'), phase: 'paused' },
    answered: { label: label('已答复'), phase: 'open' },
    over: { label: label('已办结'), phase: 'done' },
    gone: { label: label('已取消'), phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    cancel: { label: label('取消'), from: ['draft', 'sent', 'given'], to: 'gone', by: ['county'], asks: ['reason'] },
    send: { label: label('提交'), from: ['draft'], to: 'sent', by: ['township'] },
    sendBack: { label: label('退回'), from: ['sent'], to: 'draft', by: ['county'], asks: ['reason'] },
    give: { label: label('交办'), from: ['sent'], to: 'given', by: ['county'], asks: ['unit', 'due?'], opens: ['reply'] },
    hold: { label: label('暂停'), from: ['given'], to: 'waiting', by: ['county'] },
    revive: { label: label('重新认定'), from: ['gone'], to: 'over', by: ['county'] },
    resume: { label: label('恢复'), from: ['waiting'], to: 'given', by: ['county'] },
    note: { label: label('记一笔'), from: ['given'], by: ['@unit'], asks: ['rows'] },
    answer: { label: label('答复'), from: ['given'], to: 'answered', by: ['@unit'], asks: ['reply', 'grade'], discharges: ['reply'] },
    judge: {
      label: label('反馈'),
      from: ['answered'],
      to: 'given',
      by: ['township'],
      sets: { doneOn: { stamp: 'today' } },
      branches: [{ when: [{ field: 'grade', is: 'A' }], to: 'over' }],
    },
  },
  duties: { reply: { label: label('答复'), basis: label('规定'), holder: ['@unit'], due: { months: 3 } } },
  may: { create: ['anyTownship'], read: ['county', 'township', '@unit'], edit: [{ who: ['township'], in: ['draft'] }] },
  list: { columns: ['title'] },
}
