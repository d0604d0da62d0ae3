import { describe, expect, it } from 'vitest'
import { wholeLabel } from '../../../shared/definition/parted.ts'
import { cellFields, meaningOf } from '../../../shared/importing/meanings.ts'
import { soundsLikeDeadline } from '../../../shared/importing/synonyms.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'

const headers = new Set(['number', 'township', 'id'])

describe.each(Object.values(ledgers).map((ledger) => [ledger.key, ledger] as const))('headings of %s', (_, ledger) => {
  const means = meaningOf(ledger)
  it('are its own labels and keys, whatever others call the same', () => {
    for (const [key, field] of Object.entries(cellFields(ledger)))
      for (const name of [key, field.label.zh, field.label.en, ` ${field.label.zh} *：`]) {
        const path = means(name) ?? ''
        // Two fields may share a label, or one be called as another's key; then the first is meant. Number and township come before any field.
        const other = ledger.fields[path]?.label
        const same = headers.has(path) || other?.zh === field.label.zh || other?.en.toLowerCase() === name.toLowerCase()
        expect([name, path === key || same]).toEqual([name, true])
      }
  })
  it('are what its form calls who leads and the others together', () => {
    for (const [key, field] of Object.entries(cellFields(ledger)))
      if ('rest' in field && field.rest) expect(means(wholeLabel(field).zh)).toBe(key)
  })
  it('may have the name of the ledger before them', () => {
    for (const field of Object.values(cellFields(ledger))) expect(means(`${ledger.label.zh}${field.label.zh}`)).toBe(means(field.label.zh))
  })
  it('mean nothing by a name that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) expect(means(name)).toBeUndefined()
  })
})

describe('headings of other registers', () => {
  const means = meaningOf(suggestions)
  it.each([
    ['建议号', 'number'],
    ['题目', 'title'],
    ['案由', 'title'],
    ['建议内容', 'body'],
    ['提出人', 'deputies'],
    ['代表姓名', 'deputies'],
    ['所属乡镇', 'township'],
    ['承办单位', 'lead'],
    ['主办部门', 'lead'],
    ['会办单位', 'co'],
    ['交办时间', 'assignedOn'],
    ['办结期限', 'due'],
    ['办理时限', 'due'],
    ['要求结办日期', 'due'],
    ['要求办结时间', 'due'],
    ['应办结时间', 'due'],
    ['限办时间', 'due'],
    ['截止日期', 'due'],
    ['答复时间', 'repliedOn'],
    ['答复意见', 'reply'],
    ['办理结果', 'result'],
    ['代表满意度', 'satisfaction'],
    ['代表是否满意', 'satisfaction'],
    ['是否重点督办', 'key'],
    ['是否列入重点督办', 'key'],
    ['是否主办单位', undefined],
  ])('%s is understood', (heading, path) => expect(means(heading)).toBe(path))

  it.each([
    ['public-opinions', '反映问题', 'matter'],
    ['public-opinions', '受理时间', 'receivedOn'],
    ['public-opinions', '群众是否满意', 'rating'],
    ['audit-issues', '问题描述', 'issue'],
    ['audit-issues', '被审计单位', 'unit'],
    ['audit-issues', '涉及金额', 'amount'],
    ['livelihood-projects', '计划完工时间', 'finishOn'],
    ['livelihood-projects', '已支付资金', 'paid'],
  ])('of %s too: %s', (key, heading, path) => {
    const ledger = ledgers.find((each) => each.key === key)
    expect(ledger && meaningOf(ledger)(heading)).toBe(path)
  })

  it.each(['镇里定的期限', '最迟答复日', '办结日期', '计划完成时间', 'Deadline', 'Reply by', '到期日'])(
    '%s is asked for, as it may be a deadline',
    (heading) => expect([means(heading), soundsLikeDeadline(heading.toLowerCase().replace(/\s/g, ''))]).toEqual([undefined, true]),
  )
  it.each(['备注', '联系电话', '登记日期', '反馈时间', '出生日期', '是否逾期', 'Remark'])('%s is left', (heading) =>
    expect([means(heading), soundsLikeDeadline(heading.toLowerCase())]).toEqual([undefined, false]),
  )
})
