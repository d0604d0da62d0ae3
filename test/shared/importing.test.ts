import { describe, expect, it } from 'vitest'
import { calendar } from '../../shared/deadline/calendar.ts'
import { cellReader } from '../../shared/importing/cells.ts'
import { findHeadings } from '../../shared/importing/headings.ts'
import { cellFields, meaningOf } from '../../shared/importing/meanings.ts'
import { nearOffice } from '../../shared/importing/near-offices.ts'
import { readRows } from '../../shared/importing/read-rows.ts'
import type { Sheet, SheetCell } from '../../shared/importing/sheet.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import { officeNames } from '../../shared/office-names.ts'
import type { Scope } from '../../shared/scope.ts'
import type { Office } from '../../shared/world.ts'

const office = (kind: Office['kind'], id: string, zh: string, en: string): Office => ({ id, kind, name: { zh, en } })
const offices = [
  office('township', 'xinan', '新安镇', 'Xin’an'),
  office('township', 'bailu', '百禄镇', 'Bailu'),
  office('unit', 'water', '县水务局', 'Water Bureau'),
  office('unit', 'housing', '县住房和城乡建设局', 'Housing Bureau'),
  office('unit', 'development', '县发展和改革委员会', 'Development Commission'),
  office('unit', 'agriculture', '县农业农村局', 'Agriculture Bureau'),
  office('unit', 'government', '县政府办公室', 'Government Office'),
]
const world = { calendar: calendar(), offices }
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }
const xinan: Scope = { person: 'p2', name: '王芳', role: 'clerk', office: { kind: 'township', id: 'xinan' }, township: 'xinan' }
const sheet = (...rows: SheetCell[][]): Sheet => ({ name: '表', merges: [], rows: rows.map((cells, at) => ({ row: at + 1, cells })) })
const heading = (...rows: SheetCell[][]) => findHeadings(meaningOf(suggestions), sheet(...rows))

function read(rows: SheetCell[][], scope = county) {
  const reading = readRows(suggestions, [sheet(...rows)], scope, world, '2026-07-08')
  if (!reading || 'faults' in reading) throw new Error('no headings')
  return reading
}

describe('offices', () => {
  const units = officeNames(offices, 'unit')
  it.each([
    ['water', 'water'],
    ['县水务局', 'water'],
    ['水务局', 'water'],
    ['水务', 'water'],
    ['灌南县水务局', 'water'],
    ['Water Bureau', 'water'],
    ['water bureau', 'water'],
    [' 县 水务局 ', 'water'],
    ['住建局', 'housing'],
    ['县住建局', 'housing'],
    ['发改委', 'development'],
    ['农业局', 'agriculture'],
    ['政府办', 'government'],
  ])('%s is found', (text, id) => expect(units.id(text)).toBe(id))

  it.each(['县火箭局', '水', '新安镇', 'nowhere', '局', '县'])('%s is nobody', (text) => expect(units.id(text)).toBeUndefined())

  it('suggests the nearest name', () => {
    expect(nearOffice(offices, 'township', '新安真')).toBe('新安镇')
    expect(nearOffice(offices, 'unit', '县水物局')).toBe('县水务局')
    expect(nearOffice(offices, 'unit', '火箭发射中心')).toBeUndefined()
  })

  it('a short form with two bearers is nobody', () => {
    const two = [...offices, office('unit', 'rural', '县农业开发局', 'Rural')]
    expect(officeNames(two, 'unit').id('农业局')).toBeUndefined()
  })
})

describe('cells', () => {
  const reader = cellReader(world)
  const fields = cellFields(suggestions)
  const cell = (key: string, value: SheetCell) => reader.read(fields[key] as never, value)
  it.each([
    ['lead', '水务', 'water'],
    ['co', '水务局、住建局；县农业农村局,water', ['water', 'housing', 'agriculture']],
    ['deputies', '张三、李四;王五', ['张三', '李四', '王五']],
    ['deputies', '张　三，李四', ['张三', '李四']],
    ['deputies', '张三 李四', ['张三', '李四']],
    ['deputies', 'Smith, John; Baroness Ray', ['Smith, John', 'Baroness Ray']],
    ['result', 'A', 'A'],
    ['result', 'a', 'A'],
    ['result', '已解决', 'A'],
    ['result', 'B类', 'B'],
    ['result', 'C 暂时不能解决', 'C'],
    ['satisfaction', '基本满意', 'basically'],
    ['satisfaction', 'Satisfied', 'satisfied'],
    ['key', '是', true],
    ['key', 'no', false],
    ['due', '无期限', 'none'],
    ['due', 'None', 'none'],
    ['due', '2026/3/2', '2026-03-02'],
    ['title', '  修路\r\n', '修路'],
    ['title', 20260101, '20260101'],
  ])('%s: %j is read', (key, value, expected) => expect(cell(key, value)).toEqual({ value: expected }))

  it.each([
    ['lead', '县火箭局', '“县火箭局”不是本县承办单位。请写单位全称。'],
    ['assignedOn', '明天', '“明天”不是日期。日期要写成 2026-03-02。'],
    ['assignedOn', '无期限', '“无期限”不是日期。日期要写成 2026-03-02。'],
    ['result', 'E', '结果里没有“E”。可以写：已解决、列入计划、暂时不能解决、留作参考。'],
    ['title', '长'.repeat(201), '标题有 201 个字，最多 200 个。'],
    ['lead', '#REF!', '单元格里是公式错误 #REF!。改好后再导入。'],
  ])('%s: %j is refused', (key, value, sentence) => {
    const read = cell(key, value)
    expect('faults' in read && read.faults.map(({ zh }) => zh)).toEqual([sentence])
  })

  it('a blank cell says nothing', () => {
    for (const blank of [null, '', '  ', '\u200b']) expect(cell('title', blank)).toEqual({ blank: true })
  })
})

describe('headings', () => {
  const paths = (cells: SheetCell[]) => heading(cells)?.columns.map(({ path }) => path)
  it('Chinese, English and keys, in any order', () => {
    expect(paths(['答复期限', '编 号*', 'Title', '主办单位：', 'townShip', 'co', '内容（必填）'])).toEqual([
      'due',
      'number',
      'title',
      'lead',
      'township',
      'co',
      'body',
    ])
    expect(
      paths([
        'number',
        'title',
        'body',
        'deputies',
        'township',
        'lead',
        'co',
        'category',
        'assignedOn',
        'dueOn',
        'repliedOn',
        'reply',
        'result',
        'satisfaction',
      ]),
    ).toHaveLength(14)
    expect(
      paths([
        '编号',
        '标题',
        '内容',
        '领衔代表',
        '乡镇',
        '主办单位',
        '协办单位',
        '类别',
        '交办日期',
        '答复期限',
        '答复日期',
        '答复内容',
        '结果',
        '满意度',
      ]),
    ).toHaveLength(14)
  })
  it('the number may be called after the ledger', () => expect(paths(['建议编号', '标题'])).toEqual(['number', 'title']))
  it('a title line above the headings is passed over', () => {
    const found = heading(['灌南县代表建议登记表'], ['制表', '2026-03-02'], ['编号', '标题'], ['1', 'x'])
    expect(found).toMatchObject({ row: 3, columns: [{ path: 'number' }, { path: 'title' }] })
  })
  it('unknown headings are named, a field with two columns is a fault, none known is none', () => {
    expect(heading(['编号', '备注'])?.unknown).toEqual([{ at: 1, heading: '备注' }])
    expect(heading(['标题', '正文', '内容'])?.faults).toMatchObject([{ path: 'body' }])
    expect(heading(['甲', '乙'])).toBeUndefined()
  })
  it('what is only said in events has no column', () => expect(cellFields(suggestions)).not.toHaveProperty('reason'))
})

describe('rows', () => {
  const head = ['编号', '标题', '乡镇', '主办单位', '交办日期']
  it('every fault of every row is told at once', () => {
    const { rejected } = read([
      head,
      ['1', '甲', '新安真', '县火箭局', '某天'],
      ['2', '乙', '百禄', '水务', '2026-3-2'],
      ['3', '丙', 'xinan', '某局', '2026-02-30'],
    ])
    expect(rejected.map(({ row, path }) => [row, path])).toEqual([
      [2, 'lead'],
      [2, 'assignedOn'],
      [2, 'township'],
      [4, 'lead'],
      [4, 'assignedOn'],
    ])
    expect(rejected.find(({ path }) => path === 'township')?.message.zh).toBe('“新安真”不是本县乡镇。是不是“新安镇”？')
  })
  it('exact repeats count once, also when written differently', () => {
    const { count, repeats, rows } = read([
      head,
      ['1', '甲', '新安镇', '', ''],
      ['1', '甲', '新安镇', '', ''],
      [1, ' 甲', 'xinan', null, null],
    ])
    expect([count, repeats, rows.length]).toEqual([3, 2, 1])
  })
  it('the faults of a repeated row are told once', () => {
    const { count, repeats, rejected } = read([head, ['1', '甲', '某镇', '', ''], ['1', '甲', '某镇', '', '']])
    expect([count, repeats, rejected.length]).toEqual([2, 1, 1])
  })
  it('the same number with other content is rejected at the later row', () => {
    const { count, rejected } = read([head, ['1', '甲', '新安镇', '', ''], ['1', '乙', '新安镇', '', '']])
    expect(count).toBe(2)
    expect(rejected).toMatchObject([{ row: 3, path: 'number', message: { zh: '编号 1 在第 2 行已经有了，内容却不一样。只留一行。' } }])
  })
  it('the same number with other content is told at once, also where one of both has another fault', () => {
    const told = (...rows: string[][]) => read([head, ...rows]).rejected.map(({ row, path }) => `${row} ${path}`)
    expect(told(['1', '甲', '某镇', '', ''], ['1', '乙', '新安镇', '', ''])).toEqual(['2 township', '3 number'])
    expect(told(['1', '甲', '新安镇', '', ''], ['1', '乙', '某镇', '', ''])).toEqual(['3 township', '3 number'])
    // As far as both can be read they say the same.
    expect(told(['1', '甲', '新安镇', '', ''], ['1', '甲', '某镇', '', ''])).toEqual(['3 township'])
  })
  it('rows keep the numbers of the spreadsheet over blank ones', () => {
    const { rejected } = read([head, ['', '', '', '', ''], ['1', '甲', '某镇', '', '']])
    expect(rejected).toMatchObject([{ row: 3, path: 'township' }])
  })
  it('a township reads its own rows only, and needs no column for itself', () => {
    expect(read([head, ['1', '甲', '百禄镇', '', '']], xinan).rejected).toMatchObject([{ row: 2, path: 'township' }])
    expect(
      read(
        [
          ['编号', '标题'],
          ['1', '甲'],
        ],
        xinan,
      ).rows,
    ).toMatchObject([{ township: 'xinan' }])
  })
  it('numbers are kept in half width and refused when nobody could have written them', () => {
    expect(read([head, ['２０２６－００１', '甲', 'xinan', '', '']]).rows).toMatchObject([{ number: '2026-001' }])
    expect(read([head, ['9'.repeat(61), '甲', 'xinan', '', '']]).rejected).toMatchObject([{ path: 'number' }])
  })
})
