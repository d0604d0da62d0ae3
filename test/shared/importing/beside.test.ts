import { describe, expect, it } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import { cellReader } from '../../../shared/importing/cells.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import { readNumber } from '../../../shared/importing/numbers.ts'
import { readPeople } from '../../../shared/importing/people.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Office } from '../../../shared/world.ts'

const office = (kind: Office['kind'], id: string, zh: string): Office => ({ id, kind, name: { zh, en: id } })
const offices = [
  office('township', 'xinan', '新安镇'),
  office('unit', 'water', '县水务局'),
  office('unit', 'transport', '县交通运输局'),
  office('unit', 'housing', '县住建局'),
  office('unit', 'health', '县卫健委'),
  office('unit', 'market', '县市场监管局'),
]
const reader = cellReader({ calendar: calendar(), offices })
const fields = cellFields(suggestions)
const read = (key: string, text: string) => {
  const said = reader.read(fields[key] as never, text)
  return 'faults' in said ? 'refused' : 'blank' in said ? undefined : said.value
}
const remarked = (key: string, text: string) => {
  const said = reader.read(fields[key] as never, text)
  return 'remark' in said ? said.remark?.zh : undefined
}

describe('beside the name of an office', () => {
  it.each([
    ['水务局（牵头）', 'water', '（牵头）'],
    ['水务局负责', 'water', '负责'],
    ['水务局等部门', 'water', '等部门'],
  ])('%s is that office, and what is left is told', (text, id, rest) => {
    expect([read('lead', text), remarked('lead', text)]).toEqual([id, `“${rest}”不是单位名称，没有记入。`])
  })
  it.each(['水务局牵头，交通局配合', '水务局（牵头）、交通局', '火箭局（牵头）'])('%s is not one office', (text) =>
    expect(read('lead', text)).toBe('refused'),
  )
  it('each of several may have a note', () => {
    expect([read('co', '水务局（主）、交通局'), remarked('co', '水务局（主）、交通局')]).toEqual([
      ['water', 'transport'],
      '“（主）”不是单位名称，没有记入。',
    ])
  })
  it('a township is known with county, province, delegation and a note', () => {
    for (const text of [
      '新\u200b安镇',
      '新安镇（城区）',
      '江苏省灌南县新安镇',
      '江苏省连云港市灌南县新安镇',
      '新安镇代表团',
      '新安代表团',
      '灌南县新安镇人大',
    ])
      expect([text, reader.office('township', text)]).toMatchObject([text, { id: 'xinan' }])
    for (const text of ['新安街道', '第一代表团', '县直', '新沂市安丰镇'])
      expect([text, reader.office('township', text)]).toMatchObject([text, { fault: {} }])
  })
})

it.each([
  ['县住房和城乡建设局', 'housing'],
  ['灌南县住房城乡建设局', 'housing'],
  ['卫生健康委员会', 'health'],
  ['县卫生健康委', 'health'],
  ['县市场监督管理局', 'market'],
])('%s is the office that the county calls by a short form', (text, id) => expect(read('lead', text)).toBe(id))
it.each(['县水利局', '住房公积金管理中心', '市场建设服务公司'])('%s is no office by a short form', (text) =>
  expect(read('lead', text)).toBe('refused'),
)

describe('choices', () => {
  it.each([
    ['result', 'A类（已解决）', 'A', undefined],
    ['result', 'A类已解决', 'A', undefined],
    ['satisfaction', '满意（电话）', 'satisfied', '“（电话）”没有记入。'],
    ['satisfaction', '无', undefined, undefined],
    ['result', '暂无', undefined, undefined],
  ])('%s: %s', (key, text, value, remark) => expect([read(key, text), remarked(key, text)]).toEqual([value, remark]))
  it.each([
    ['result', 'A（列入计划）'],
    ['satisfaction', '非常满意'],
    ['satisfaction', '未反馈'],
    ['key', '一般'],
  ])('%s: %s is refused', (key, text) => expect(read(key, text)).toBe('refused'))
  it.each(['★', '☑', '●'])('%s is a yes', (text) => expect(read('key', text)).toBe(true))
})

describe('people', () => {
  it.each([
    ['张桂兰代表', '张桂兰', '代表'],
    ['张桂兰代表等12人', '张桂兰', '代表、等12人'],
    ['新安镇代表张桂兰', '张桂兰', '新安镇代表'],
    ['新安镇张桂兰', '张桂兰', '新安镇'],
    ['张桂兰 女', '张桂兰', '女'],
    ['张桂兰，男，汉族', '张桂兰', '男、汉族'],
    ['张桂兰 新安镇', '张桂兰', '新安镇'],
    ['张桂兰主任', '张桂兰', '主任'],
    ['★张桂兰*', '张桂兰', '★、*'],
  ])('%s is %s', (text, name, rest) => {
    const { names, odd, remark } = readPeople(text)
    expect([names, odd, remark?.zh]).toEqual([[name], [], `“${rest}”不是姓名，没有记入。`])
  })
  it.each(['新安代表团', '全体代表', '各位代表', '王代表', '第三代表小组'])('%s is nobody', (text) =>
    expect(readPeople(text).odd.length).toBe(1),
  )
  it.each(['张代', '代小军', '欧阳娜娜', '买买提·艾力', '王镇东', '李新乡', '王建族'])('%s is a name', (text) =>
    expect(readPeople(text)).toEqual({ names: [text], odd: [] }),
  )
})

it.each(['2.02601E11', '2.02601e11', '2.02601E+11', '1.2E5', '2026001.0'])('the number %s has been changed', (text) =>
  expect(readNumber(text)).toHaveProperty('fault'),
)
it.each(["'2026-001", '‘2026-001', '2026-001\u200b', '\ufeff２０２６-001 '])('%j is the number 2026-001', (text) =>
  expect(readNumber(text)).toEqual({ number: '2026-001' }),
)
it.each(['2026.10', '2026-E12', '3E12', 'E5', '2026.0'])('%s is a number', (text) => expect(readNumber(text)).toEqual({ number: text }))
