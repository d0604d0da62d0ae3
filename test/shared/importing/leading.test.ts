import { describe, expect, test } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import { partsOf, wholeLabel } from '../../../shared/definition/parted.ts'
import { readRows } from '../../../shared/importing/read-rows.ts'
import type { SheetCell } from '../../../shared/importing/sheet.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'

const offices = [{ id: 'xinan', kind: 'township' as const, name: { zh: '新安镇', en: 'Xin’an' } }]
const county: Scope = { person: 'p1', name: '李强', role: 'county', office: { kind: 'county', id: 'county' } }

function read(head: string, row: SheetCell[]) {
  const cells = [
    ['编号', '标题', '乡镇', ...head.split(',')],
    ['2026-0001', '修路', '新安镇', ...row],
  ]
  const sheet = { name: '表', merges: [], rows: cells.map((each, at) => ({ row: at + 1, cells: each })) }
  const reading = readRows(suggestions, [sheet], county, { calendar: calendar(), offices }, '2026-07-08')
  if (!reading || 'faults' in reading) throw new Error('no headings')
  return reading
}

describe('who leads and who goes with him stand in two columns of a register', () => {
  test.each<[string, SheetCell[], string[]]>([
    ['领衔代表,附议代表', ['张三', '李四、王五'], ['张三', '李四', '王五']],
    ['附议代表,领衔代表', ['李四、王五', '张三'], ['张三', '李四', '王五']],
    ['领衔人,联名代表', ['张三', '李四，王五'], ['张三', '李四', '王五']],
    ['领衔代表,附议代表', ['张三', ''], ['张三']],
    ['领衔代表,附议代表', ['张三', '张三、李四'], ['张三', '李四']],
    ['领衔代表', ['张三、李四'], ['张三', '李四']],
    ['Lead deputy,Co-signers', ['Ann Lee', 'John Smith; Li Wei'], ['Ann Lee', 'John Smith', 'Li Wei']],
    ['Deputies', ['Ann Lee; John Smith'], ['Ann Lee', 'John Smith']],
    ['deputies,deputies.rest', ['张三', '李四'], ['张三', '李四']],
  ])('%s: %j', (head, row, deputies) => {
    const { rows, rejected } = read(head, row)
    expect([rejected, rows[0]?.data]).toEqual([[], { title: '修路', deputies }])
  })

  test('others without the one who leads are told at his cell', () => {
    const { rejected } = read('领衔代表,附议代表', ['', '李四'])
    expect(rejected.map(({ path, cell, message }) => [path, cell, message.zh])).toEqual([
      ['deputies', 'D2', '写了附议代表，没有写领衔代表。'],
    ])
  })

  test('a name that cannot be one is told at its own column', () => {
    const { rejected } = read('领衔代表,附议代表', ['张三', '李四12'])
    expect(rejected.map(({ path, cell }) => [path, cell])).toEqual([['deputies.rest', 'E2']])
  })
})

test('each ledger whose deputies lead names both, and no field of its own is called like either', () => {
  const parted = ledgers.flatMap((ledger) =>
    Object.entries(ledger.fields).flatMap(([key, field]) => (partsOf(key, field).length > 1 ? [[ledger, field] as const] : [])),
  )
  expect(parted.length).toBeGreaterThan(3)
  for (const [ledger, field] of parted) {
    const labels = Object.values(ledger.fields)
      .filter((each) => each !== field)
      .map(({ label }) => label.zh)
    expect(labels).not.toContain(partsOf('x', field)[1]?.field.label.zh)
  }
  expect(wholeLabel(suggestions.fields.deputies as never)).toEqual({ zh: '领衔代表、附议代表', en: 'Lead deputy, co-signers' })
})
