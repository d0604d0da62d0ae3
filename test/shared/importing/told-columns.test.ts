import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { judge } from '../../../shared/importing/judge.ts'
import { landing } from '../../../shared/importing/landing.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import { readRows } from '../../../shared/importing/read-rows.ts'
import type { Sheet, SheetCell } from '../../../shared/importing/sheet.ts'
import { stateWords } from '../../../shared/importing/states.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { county, world, xinan } from '../../cast.ts'

const today = '2026-07-08'
const sheet = (rows: SheetCell[][]): Sheet => ({ name: '表', merges: [], rows: rows.map((cells, at) => ({ row: at + 1, cells })) })
function read(rows: SheetCell[][], answers = {}, ledger: Ledger = suggestions) {
  const reading = readRows(ledger, [sheet(rows)], county, world, today, answers)
  if (!reading || 'faults' in reading) throw new Error('unread')
  return reading
}
const head = ['编号', '标题', '乡镇', '办理情况']

describe('what a register says of how far an item is', () => {
  const states = stateWords(suggestions)
  it.each([
    ['已办结', 'closed'],
    ['办结', 'closed'],
    ['已完成', 'closed'],
    ['办理完毕', 'closed'],
    ['正在办理', 'handling'],
    ['在办', 'handling'],
    ['处理中', 'handling'],
    ['未办结', 'handling'],
    ['已答复', 'answered'],
    ['已交办', 'assigned'],
    ['已经答复', 'answered'],
    ['撤回', 'cancelled'],
    ['未办理', 'registered'],
    ['Closed', 'closed'],
    ['in progress', 'handling'],
    ['A 类/已解决', 'A'],
    ['B类', 'B'],
    ['列入计划', 'B'],
    ['已办结（5月）', 'closed （5月）'],
    ['已答复，代表满意', 'answered ，代表满意'],
    ['正在协调资金', 'handling 正在协调资金'],
    ['已于五月派人修好', undefined],
    ['并非办结', undefined],
    ['constructor', undefined],
  ])('%s is %s', (text, is) => {
    const told = states(text)
    const meant = told && ('state' in told ? told.state : told.option)
    expect(told && [meant, ...(told.rest ? [told.rest] : [])].join(' ')).toBe(is)
  })
  it.each(Object.values(ledgers).map((ledger) => [ledger.key, ledger] as const))('is each state of %s by its names', (_, ledger) => {
    const own = stateWords(ledger)
    for (const [key, { label }] of Object.entries(ledger.states))
      for (const name of [label.zh, label.en]) {
        const told = own(name)
        const meant = told && 'state' in told ? ledger.states[told.state]?.label : undefined
        expect([key, name, meant?.zh === label.zh || meant?.en === label.en]).toEqual([key, name, true])
      }
  })
})

describe('the column of it', () => {
  it.each(['办理情况', '办理进度', '办理状态', '落实情况', '状态', '建议办理情况', '办理情况（截至6月）', '办理情况进度'])(
    'may be called %s',
    (heading) => {
      const { rows, ignored } = read([
        [...head.slice(0, 3), heading],
        ['1', '修桥', '新安镇', '已办结'],
        ['2', '修路', '新安镇', '正在办理'],
      ])
      expect([ignored, rows.map(({ said }) => said?.state)]).toEqual([[], ['closed', 'handling']])
    },
  )
  it('is none where it holds sentences, and is told as unused', () => {
    for (const heading of ['办理情况', '状态']) {
      const { rows, ignored, rejected } = read([
        [...head.slice(0, 3), heading],
        ['1', '修桥', '新安镇', '已派人到现场看过，下月动工'],
      ])
      expect([rejected, ignored, rows[0]?.said]).toEqual([[], [heading], undefined])
    }
  })
  it('may be named by who sends the file, or refused', () => {
    const rows = [
      [...head.slice(0, 3), '到哪一步'],
      ['1', '修桥', '新安镇', '已办结'],
      ['2', '修路', '新安镇', '再议'],
    ]
    const asked = read(rows, { 到哪一步: 'state' })
    expect(asked.rejected.map(({ cell, path, message }) => [cell, path, message.zh.slice(0, 36)])).toEqual([
      ['D3', 'state', '“再议”看不出是哪个状态。可以写：草稿、已提交、已登记、已交办、办理中、'],
    ])
    const not = read([head, ['1', '修桥', '新安镇', '已办结']], { 办理情况: 'ignore' })
    expect([not.rows[0]?.said, not.ignored]).toEqual([undefined, ['办理情况']])
  })
  it('stays the field of that name, on every ledger that has one', () => {
    for (const ledger of Object.values(ledgers))
      for (const [key, field] of Object.entries(cellFields(ledger))) {
        if (!/(情况|进度|结果|状态)$/.test(field.label.zh) || field.kind !== 'text') continue
        const name = Object.values(cellFields(ledger)).find(({ label }) => label.zh !== field.label.zh)?.label.zh ?? ''
        const { tables } = read(
          [
            [name, field.label.zh],
            ['x', '已办结'],
          ],
          {},
          ledger,
        )
        expect(tables[0]?.headings.columns.find(({ heading }) => heading === field.label.zh)?.path).toBe(key)
      }
  })
  it('tells a result where it names one, once', () => {
    const { rows, remarks, rejected } = read([
      [...head, '办理结果'],
      ['1', '修桥', '新安镇', '列入计划', ''],
      ['2', '修路', '新安镇', '列入计划', ''],
      ['3', '修渠', '新安镇', 'A类/已解决', 'A'],
      ['4', '修闸', '新安镇', '列入计划', 'A'],
    ])
    expect(rows.map(({ data }) => data.result)).toEqual(['B', 'B', 'A'])
    expect(remarks.map(({ cell, message }) => `${cell} ${message.zh}`)).toEqual(['D2 “列入计划”记入结果。'])
    expect(rejected.map(({ cell }) => cell)).toEqual(['D5'])
  })
})

describe('a new item', () => {
  const lands = (data: object, state?: string, scope = county, written?: true) => {
    const said = state === undefined ? {} : { said: { text: state, state, ...(written ? { written } : {}) } }
    const row = { row: 2, township: 'xinan', data: { title: '修桥', ...data }, ...said }
    const outcome = judge(suggestions, row, undefined, scope, today, world)
    if (!outcome || 'faults' in outcome) throw new Error(JSON.stringify(outcome))
    return outcome.moved.record
  }
  const assigned = { lead: 'water', assignedOn: '2026-03-02' }
  const replied = { ...assigned, repliedOn: '2026-05-06' }
  it.each([
    [{}, undefined, 'registered'],
    [{}, 'closed', 'closed'],
    [{}, 'handling', 'registered'],
    [{}, 'draft', 'registered'],
    [assigned, 'registered', 'handling'],
    [assigned, 'assigned', 'handling'],
    [assigned, 'answered', 'handling'],
    [assigned, 'closed', 'handling'],
    [replied, 'closed', 'answered'],
    [assigned, 'cancelled', 'cancelled'],
    [{ ...replied, satisfaction: 'satisfied' }, 'cancelled', 'closed'],
    [replied, 'handling', 'answered'],
    [{ ...replied, satisfaction: 'satisfied' }, 'handling', 'closed'],
  ])('%j that says %s stands in %s', (data, said, state) => expect(lands(data, said).state).toBe(state))
  it('that is over owes nothing any more', () => {
    expect(lands(assigned).duties.map((duty) => duty.state)).toEqual(['open'])
    expect(lands(assigned, 'cancelled').duties).toEqual([])
  })
  it('stands where its days tell, of an export or of a township', () => {
    expect(lands(assigned, 'closed', county, true).state).toBe('handling')
    expect(lands({ body: '桥坏了' }, 'closed', xinan).state).toBe('draft')
  })
  it('never stands before what its cells tell, on any ledger', () => {
    for (const ledger of Object.values(ledgers))
      for (const { when, in: told } of ledger.import?.lands ?? []) {
        if (when.length === 0 || ledger.states[told]?.phase !== 'done') continue
        const filled = when.flatMap((each) => ('field' in each && 'filled' in each ? [each.field] : []))
        const data = Object.fromEntries(filled.map((field) => [field, ledger.fields[field]?.kind === 'date' ? '2026-01-05' : '文字']))
        if (landing(ledger, data, today) !== told) continue
        for (const state of Object.keys(ledger.states)) {
          const row = { row: 2, township: ledger.level === 'county' ? null : 'xinan', data, said: { text: state, state } }
          const outcome = judge(ledger, row, undefined, county, today, world)
          if (outcome && !('faults' in outcome)) expect([ledger.key, outcome.moved.record.state]).toEqual([ledger.key, told])
        }
      }
  })
})

describe('the column of the delegation, or of who sent an item', () => {
  const rows = (heading: string, place: string) => [
    ['编号', '标题', heading],
    ['1', '修桥', place],
    ['2', '修路', '百禄镇人大'],
  ]
  it.each([
    ['所在代表团', '新安镇代表团'],
    ['代表团', '新安'],
    ['报送单位', '新安镇人民政府'],
  ])('%s says where it lies', (heading, place) => {
    const { rows: read1, ignored, rejected } = read(rows(heading, place))
    expect([read1.map(({ township }) => township), ignored, rejected]).toEqual([['xinan', 'bailu'], [], []])
  })
  it('says nothing where another column does, where its cells name none, or where somebody said so', () => {
    expect(
      read([
        ['编号', '标题', '乡镇', '代表团'],
        ['1', '修桥', '新安镇', '百禄镇代表团'],
      ]).ignored,
    ).toEqual(['代表团'])
    expect(
      read([
        ['编号', '标题', '代表团'],
        ['1', '修桥', '第一代表团'],
      ]).ignored,
    ).toEqual(['代表团'])
    expect(read(rows('代表团', '新安镇'), { 代表团: 'ignore' }).ignored).toEqual(['代表团'])
  })
})
