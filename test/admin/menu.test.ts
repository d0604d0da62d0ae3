import { expect, test } from 'vitest'
import { menuGroups, opened } from '../../admin/frame/menu.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { county } from '../cast.ts'

const groups = (owed: Record<string, number> = {}) => menuGroups(ledgers, county, owed)
const systems = (keys: string[]) =>
  groups()
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, group) => sum + group.systems.length, 0)

test('all systems stand open where the window has room', () => {
  expect(opened(groups(), '/', 40)).toHaveLength(groups().length)
})

test('in a low window the group of the present page opens first, then those with duties', () => {
  const last = groups().at(-1)
  const here = last?.systems[0]?.ledgers[0]?.key ?? ''
  const busy = groups()[1]?.systems[0]?.ledgers[0]?.key ?? ''
  const open = opened(groups({ [busy]: 2 }), `/${here}/r1/show`, 8)
  expect(open.slice(0, 2)).toEqual([last?.key, groups()[1]?.key])
  expect(systems(open)).toBeLessThanOrEqual(8)
})

test('the group of the present page opens even where nothing fits', () => {
  const first = groups()[0]
  expect(opened(groups(), `/${first?.systems[0]?.ledgers[0]?.key}`, 0)).toEqual([first?.key])
})
