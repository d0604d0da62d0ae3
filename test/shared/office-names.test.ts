import { describe, expect, it } from 'vitest'
import { offices } from '../../cdk/local/demo/offices.ts'
import { soughtIn } from '../../functions/store/sought.ts'
import { nearOffice } from '../../shared/importing/near-offices.ts'
import { officeIn, officesIn } from '../../shared/importing/office-cells.ts'
import { officeNames } from '../../shared/office-names.ts'
import type { Office } from '../../shared/world.ts'

const units = officeNames(offices, 'unit')
const townships = officeNames(offices, 'township')
const searched = (word: string) => soughtIn(word, offices).flatMap((each) => each.offices)

describe('an office of the demonstration county', () => {
  it.each(offices.filter(({ kind }) => kind !== 'county').map((office) => [office.name.zh, office] as const))(
    '%s is known with its county and without, by imports and by searches',
    (name, { id, kind }) => {
      const short = name.replace(/^县/, '')
      const of = kind === 'unit' ? units : townships
      for (const said of [name, short, `灌南县${short}`, `江苏省连云港市灌南县${short}`, `县${short}`])
        expect([said, of.id(said), searched(said)]).toEqual([said, id, [`${kind}:${id}`]])
    },
  )
  it.each([
    ['民政局', 'civil'],
    ['县民政局', 'civil'],
    ['民政办', 'civil'],
    ['县民政', 'civil'],
    ['交通局', 'transport'],
    ['县卫健局', 'health'],
  ])('%s is %s, by imports and by searches', (said, id) => {
    expect([officeIn(said, units).id, searched(said)]).toEqual([id, [`unit:${id}`]])
  })
  it.each(['新安镇', '新安', '新安镇人民政府', '灌南县新安镇', '新安镇党委'])('%s is a township', (said) =>
    expect(townships.id(said)).toBe('xinan'),
  )
  it.each(['县委办', '火箭局', '建设', '水利', '水利局', '执法局', '局', '县'])('%s is nobody', (said) =>
    expect([officeIn(said, units).id, searched(said)]).toEqual([undefined, []]),
  )
  it('stands beside another, whatever joins them', () => {
    for (const said of ['民政局及水务局', '民政局与水务局', '民政局和水务局'])
      expect([said, officesIn(said, units).map(({ id }) => id)]).toEqual([said, ['civil', 'water']])
  })
  it.each([
    ['水利局', '县水务局'],
    ['环保局', '县生态环境局'],
    ['国土资源局', '县自然资源局'],
    ['文广新局', '县文旅局'],
    ['卫生局', '县卫健委'],
    ['安监局', '县应急管理局'],
    ['工商局', '县市场监管局'],
    ['建设局', '县住建局'],
    ['县水物局', '县水务局'],
    ['火箭发射中心', undefined],
  ])('is proposed for a name that it had before a reform, or nearly has: %s', (said, name) =>
    expect(nearOffice(offices, 'unit', said)).toBe(name),
  )
})

it('where two offices may be meant by a former name, the nearest is proposed, and one that still bears it is it', () => {
  const unit = (id: string, zh: string): Office => ({ id, kind: 'unit', name: { zh, en: id } })
  expect(nearOffice([unit('culture', '县文旅局'), unit('radio', '县文广局')], 'unit', '文广新局')).toBe('县文广局')
  const still = officeNames([unit('water', '县水务局'), unit('works', '县水利局')], 'unit')
  expect([still.id('水利局'), still.id('水务局')]).toEqual(['works', 'water'])
})
