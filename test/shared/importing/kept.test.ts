import { describe, expect, it } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { readRows } from '../../../shared/importing/read-rows.ts'
import type { Merge, Sheet, SheetCell } from '../../../shared/importing/sheet.ts'
import { appointments } from '../../../shared/ledgers/appointments.ts'
import { livelihoodProjects } from '../../../shared/ledgers/livelihood-projects.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { Office } from '../../../shared/world.ts'

// Registers as township offices keep them, beyond the public cases: what a person reads in them is what is stored, or is a fault at its cell.

const office = (kind: Office['kind'], id: string, zh: string): Office => ({ id, kind, name: { zh, en: id } })
const offices = [
  office('township', 'xinan', '新安镇'),
  office('township', 'tianlou', '田楼镇'),
  office('unit', 'water', '县水务局'),
  office('unit', 'education', '县教育局'),
  office('unit', 'finance', '县财政局'),
]
const world = { calendar: calendar(), offices }
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }

const sheet = (rows: SheetCell[][], merges: Merge[] = [], name = '表'): Sheet => ({
  name,
  merges,
  rows: rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
})
const merge = (top: number, bottom: number, left: number, right = left): Merge => ({ top, bottom, left, right })

function read(...sheets: Sheet[]) {
  const reading = readRows(suggestions, sheets, county, world, '2026-11-29')
  if (!reading || 'faults' in reading) throw new Error(reading?.faults.map(({ message }) => message.zh).join() ?? 'no headings')
  return {
    rows: reading.rows.map(({ number, township, data }) => [number, township, data] as const),
    faults: reading.rejected.map(({ cell, message }) => `${cell} ${message.zh}`),
    remarks: reading.remarks.map(({ cell, message }) => `${cell} ${message.zh}`),
    passed: reading.passed.map(({ text }) => text),
    ignored: reading.ignored,
  }
}

const head = ['编号', '标题', '乡镇', '主办单位', '交办日期']
const one = ['1', '修桥', '新安镇', '水务局', '2026-03-05']
const data = { title: '修桥', lead: 'water', assignedOn: '2026-03-05' }

describe('what stands above is meant again', () => {
  it.each(['同上', '〃', '"', '（同上）', '”', '同前'])('where %s is written', (ditto) => {
    const { rows, faults } = read(sheet([head, one, ['2', '修路', ditto, ditto, ditto], ['3', '修渠', ditto, '教育局', ditto]]))
    expect(faults).toEqual([])
    expect(rows[1]).toEqual(['2', 'xinan', { ...data, title: '修路' }])
    expect(rows[2]).toEqual(['3', 'xinan', { ...data, title: '修渠', lead: 'education' }])
  })
  it('but not in the first row, where it is a fault', () => {
    expect(read(sheet([head, ['1', '修桥', '同上', '', '']])).faults).toEqual(['C2 “同上”不是本县乡镇。请写乡镇全称。'])
  })
  it('nor in what an export wrote', () => {
    const [row] = read(
      sheet([
        [...head, '系统号', '系统版本'],
        [...one, 'rx1', '3'],
        ['2', '同上', '新安镇', '', '', 'rx2', '1'],
      ]),
    ).rows.slice(1)
    expect(row?.[2]).toEqual({ title: '同上' })
  })
})

describe('a line that stands alone', () => {
  it.each(['新安镇', '一、新安镇', '（一）新安镇（12件）', '新安镇：', '新安镇 共2件'])(
    '%s gives its township to the rows below it',
    (line) => {
      const rows = [['编号', '标题', '乡镇'], [line], ['1', '修桥', ''], ['2', '修路', '田楼镇'], ['二、田楼镇'], ['3', '修渠', '']]
      const read1 = read(sheet(rows, [merge(2, 2, 0, 2), merge(5, 5, 0, 2)]))
      expect(read1.rows.map(([number, township]) => [number, township])).toEqual([
        ['1', 'xinan'],
        ['2', 'tianlou'],
        ['3', 'tianlou'],
      ])
      expect(read1.passed).toEqual([line, '二、田楼镇'])
    },
  )
  it('of other words gives nothing, and takes nothing away', () => {
    const rows = [['标题', '编号', '乡镇'], ['一、新安镇'], ['（一）水利类'], ['修桥', '1', '']]
    expect(read(sheet(rows, [merge(3, 3, 0, 2)])).rows).toEqual([['1', 'xinan', { title: '修桥' }]])
  })
  it('of other words gives nothing', () => {
    expect(read(sheet([['编号', '标题'], ['一、城建类'], ['1', '修桥']], [merge(2, 2, 0, 1)])).rows[0]).toEqual([
      '1',
      undefined,
      { title: '修桥' },
    ])
  })
})

describe('a column for each choice', () => {
  const groups = [
    ['编号', '标题', '乡镇', '满意度', null, null],
    [null, null, null, '满意', '基本满意', '不满意'],
  ]
  const merges = [merge(1, 1, 3, 5), merge(1, 2, 0), merge(1, 2, 1), merge(1, 2, 2)]
  it.each([
    ['√', null, null, 'satisfied'],
    [null, '✓', null, 'basically'],
    [null, null, 1, 'dissatisfied'],
    ['—', '是', '×', 'basically'],
    [null, null, '不满意', 'dissatisfied'],
    [null, null, null, undefined],
  ])('%s | %s | %s is %s', (a, b, c, satisfaction) => {
    const { rows, faults, ignored } = read(sheet([...groups, ['1', '修桥', '新安镇', a, b, c]], merges))
    expect([faults, ignored]).toEqual([[], []])
    expect(rows[0]?.[2]).toEqual({ title: '修桥', ...(satisfaction ? { satisfaction } : {}) })
  })
  it('needs no group above it', () => {
    const { rows, ignored } = read(
      sheet([
        ['编号', '标题', '乡镇', '满意', '基本满意', '不满意', '备注'],
        ['1', '修桥', '新安镇', '', '√', ''],
      ]),
    )
    expect([rows[0]?.[2], ignored]).toEqual([{ title: '修桥', satisfaction: 'basically' }, ['备注']])
  })
  it('with two ticks, or with what is no tick, is a fault at its cell', () => {
    const { faults } = read(
      sheet([...groups, ['1', '修桥', '新安镇', '√', null, '√'], ['2', '修路', '新安镇', '待定', null, null]], merges),
    )
    expect(faults).toEqual(['F3 “满意度满意”和“满意度不满意”都打了√，只能选一个。', 'D4 “待定”看不懂。这一列只打√，或者空着。'])
  })
  it('tells two rows apart that differ by their ticks alone', () => {
    const { faults } = read(sheet([...groups, ['1', '修桥', '新安镇', '√', null, null], ['1', '修桥', '新安镇', null, null, '√']], merges))
    expect(faults).toHaveLength(1)
  })
})

describe('one item over several lines', () => {
  const lines = [
    ['编号', '标题', '乡镇', '主办单位', '协办单位', '领衔代表'],
    ['1', '修桥', '新安镇', '水务局', '教育局', '张三'],
    [null, null, null, null, '财政局', '李四'],
    ['2', '修路', '新安镇', '水务局', null, '王五'],
  ]
  const over = [0, 1, 2, 3].map((column) => merge(2, 3, column))
  it('whose number is joined over them is one item with all their units and deputies', () => {
    const { rows, faults } = read(sheet(lines, over))
    expect(faults).toEqual([])
    expect(rows).toEqual([
      ['1', 'xinan', { title: '修桥', lead: 'water', co: ['education', 'finance'], deputies: ['张三', '李四'] }],
      ['2', 'xinan', { title: '修路', lead: 'water', deputies: ['王五'] }],
    ])
  })
  it('stays apart, as a fault, where the lines tell two things of what is one', () => {
    const other = lines.map((cells, at) => (at === 2 ? cells.with(3, '财政局') : cells))
    expect(read(sheet(other, over.slice(0, 3))).faults).toHaveLength(1)
  })
})

describe('two tables in one tab', () => {
  const bills = [['一、议案'], ['编号', '标题', '乡镇'], ['议1', '修桥', '新安镇']]
  const others = [['二、建议'], ['标题', '编号', '乡镇', '主办单位', '交办日期'], ['修路', '2', '田楼镇', '水务局', '2026-03-05']]
  it('one below the other are read by their own headings', () => {
    const { rows, passed } = read(sheet([...bills, [], ...others], [merge(1, 1, 0, 2), merge(5, 5, 0, 4)]))
    expect(rows).toEqual([
      ['议1', 'xinan', { title: '修桥' }],
      ['2', 'tianlou', { ...data, title: '修路' }],
    ])
    expect(passed).toEqual(['一、议案', '二、建议'])
  })
  it('the same heading said again on the next page is none', () => {
    expect(read(sheet([head, one, head, ['2', '修路', '田楼镇', '', '']])).rows).toHaveLength(2)
  })
  it('of other matters are told row by row', () => {
    const { rows, passed } = read(sheet([head, one, [], ['类别', '内容'], ['农业', '三件']]))
    expect([rows.length, passed]).toEqual([1, ['类别 内容', '农业 三件']])
  })
})

describe('cells', () => {
  const cell = (heading: string, text: SheetCell) => {
    const { rows, faults, remarks } = read(
      sheet([
        ['编号', '标题', '乡镇', heading],
        ['1', '修桥', '新安镇', text],
      ]),
    )
    const { title: _, ...rest } = rows[0]?.[2] ?? {}
    return { value: Object.values(rest)[0], faults, remarks }
  }
  it.each(['—', '——', '/', '-', '／', '\\', '－－'])('a stroke %s says nothing', (stroke) => {
    for (const heading of ['主办单位', '协办单位', '交办日期', '领衔代表', '满意度', '内容', '重点督办'])
      expect([heading, cell(heading, stroke)]).toEqual([heading, { value: undefined, faults: [], remarks: [] }])
  })
  it.each(['无', '暂无', '没有'])('%s is nobody and no office', (word) => {
    for (const heading of ['主办单位', '协办单位', '领衔代表']) expect(cell(heading, word)).toMatchObject({ value: undefined, faults: [] })
  })
  it.each([
    ['张三（新安镇）、李四', ['张三', '李四'], 1],
    ['张三/李四', ['张三', '李四'], 0],
    ['1.张三 2.李四', ['张三', '李四'], 0],
    ['1、张三、2、李四', ['张三', '李四'], 0],
    ['①张三②李四', ['张三', '李四'], 0],
    ['领衔：张三；附议：李四', ['张三', '李四'], 1],
    ['张三 13812345678', ['张三'], 1],
    ['张三(领衔)，李四等5名代表', ['张三', '李四'], 1],
    ['李和平、共江', ['李和平', '共江'], 0],
  ])('%s names %j', (text, names, remarks) => {
    const read1 = cell('领衔代表', text)
    expect([read1.value, read1.faults, read1.remarks.length]).toEqual([names, [], remarks])
  })
  it('what can be nobody’s name is a fault', () =>
    expect(cell('领衔代表', '张三12').faults).toEqual(['D2 “张三12”不像姓名。领衔代表只写姓名，用、分开。']))
  it.each([
    ['教育局 财政局', ['education', 'finance']],
    ['教育局/财政局', ['education', 'finance']],
    ['教育局和财政局', ['education', 'finance']],
    ['教育局\n财政局；', ['education', 'finance']],
  ])('%j are two offices', (text, ids) => expect(cell('协办单位', text)).toEqual({ value: ids, faults: [], remarks: [] }))
  it('two offices where one is asked are told so', () =>
    expect(cell('主办单位', '水务局、教育局').faults).toEqual(['D2 “水务局、教育局”是几个单位，主办单位只能写一个。其余的写到另一列。']))
  it('an office with a sign behind it is that office', () => expect(cell('主办单位', '水务局；').value).toBe('water'))
  it.each([
    ['2026年3月5号', '2026-03-05', 0],
    ['二〇二六年三月五日', '2026-03-05', 0],
    ['二○二六年十二月二十一日', '2026-12-21', 0],
    ['2026 3 5', '2026-03-05', 0],
    ['2026、3、5', '2026-03-05', 0],
    ['2026年3月5日上午', '2026-03-05', 0],
    ['2026年6月5日前', '2026-06-05', 1],
    ['2026-6-5之前', '2026-06-05', 1],
    ['26.3.5', '2026-03-05', 1],
    ['26年3月5日', '2026-03-05', 1],
  ])('%s is the day %s', (text, day, remarks) => {
    const read1 = cell('答复期限', text)
    expect([read1.value, read1.faults, read1.remarks.length]).toEqual([day, [], remarks])
  })
  it.each([
    ['3月5日', '没有写年份'],
    ['6.5前', '没有写年份'],
    ['2026年6月底前', '没有写是哪一天'],
    ['2026-6', '没有写是哪一天'],
    ['二〇二六年六月', '没有写是哪一天'],
    ['12.3.5', '不是日期'],
    ['2026.5.1已答复', '不是日期'],
  ])('%s lacks what makes it a day: %s', (text, sentence) => {
    const { faults } = cell('答复期限', text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(sentence)
  })
})

it('of two columns that mean the same field, one can be said not to be used', () => {
  const rows = [
    ['编号', '标题', '乡镇', '主办单位', '交办日期', '第一次答复', null, '第二次答复', null],
    [null, null, null, null, null, '答复日期', '答复内容', '答复日期', '答复内容'],
    ['1', '修桥', '新安镇', '水务局', '2026-03-05', '2026-05-01', '一', '2026-07-01', '二'],
  ]
  const twice = sheet(rows, [merge(1, 1, 5, 6), merge(1, 1, 7, 8)])
  expect(() => read(twice)).toThrow('列“第一次答复答复日期”和“第二次答复答复日期”说的是同一项')
  const answers = { 第二次答复答复日期: 'ignore', 第二次答复答复内容: 'ignore' }
  const reading = readRows(suggestions, [twice], county, world, '2026-11-29', answers)
  if (!reading || 'faults' in reading) throw new Error('refused')
  expect(reading.rows[0]?.data).toMatchObject({ repliedOn: '2026-05-01', reply: '一' })
  expect(reading.ignored).toEqual(['第二次答复答复日期', '第二次答复答复内容'])
})

it('headings are read over brackets and strokes in them', () => {
  expect(
    read(
      sheet([
        ['编号', '标题', '乡(镇)'],
        ['1', '修桥', '新安镇'],
      ]),
    ).rows,
  ).toEqual([['1', 'xinan', { title: '修桥' }]])
  expect(
    read(
      sheet([
        ['编号', '标题', '乡、镇'],
        ['1', '修桥', '新安镇'],
      ]),
    ).rows[0]?.[1],
  ).toBe('xinan')
})

describe('what registers call otherwise', () => {
  const rowsOf = (ledger: Ledger, rows: SheetCell[][]) => {
    const reading = readRows(ledger, [sheet(rows)], county, world, '2026-11-29')
    if (!reading || 'faults' in reading) throw new Error('no headings')
    expect(reading.rejected).toEqual([])
    return reading.rows.map(({ township, data }) => [township, data])
  }
  it('is taken for the day on which a project begins or ends, and for how a post is filled or left', () => {
    expect(
      rowsOf(livelihoodProjects, [
        ['项目名称', '乡镇', '开工日期', '完工日期'],
        ['修桥', '县级', '2026-03-05', '2026-11-05'],
        ['修路', '新安镇', '2026-03-05', '2026-11-05'],
      ]),
    ).toEqual([
      [undefined, { name: '修桥', startOn: '2026-03-05', finishOn: '2026-11-05' }],
      ['xinan', { name: '修路', startOn: '2026-03-05', finishOn: '2026-11-05' }],
    ])
    expect(
      rowsOf(appointments, [
        ['姓名', '拟任职务', '任免类型'],
        ['张三', '县审计局局长', '免职'],
      ]),
    ).toEqual([[undefined, { name: '张三', post: '县审计局局长', kind: 'remove' }]])
  })
})
