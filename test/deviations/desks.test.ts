import { beforeAll, describe, expect, test } from 'vitest'
import { handler as remind } from '../../functions/remind.ts'
import { county, openHouse, password } from '../functions/api-house.ts'
import { inbox } from '../platform.ts'
import { made, taken } from './plays.ts'

const today = '2026-03-02'
let house: Awaited<ReturnType<typeof openHouse>>

beforeAll(async () => {
  const { offices, people } = county()
  const desks = ['finance', 'law'].map((desk) => ({
    ...{ email: `${desk}@duban.test`, name: desk, role: 'county' as const, office: 'county', password },
    desks: [desk],
  }))
  house = await openHouse(today, { offices, people: [...people, ...desks] })
})

describe('what a desk handles', () => {
  test('is owed at that desk, written to who sits there, and counted as its own', async () => {
    const [admin, finance, law] = await Promise.all(['county', 'finance', 'law'].map((name) => house.as(name)))
    if (!admin || !finance || !law) throw new Error('no session')
    for (const [committee, goal] of [
      ['finance', '预算联网监督'],
      ['law', '规范性文件备案审查'],
    ] as const) {
      const task = await made(admin, 'annual-tasks', { goal, measure: '逐件', finishOn: '2026-03-16', committee })
      await taken(admin, task, 'assign')
    }
    const owes = async (client: typeof admin) =>
      ((await client('GET', '/api/duties')).body.data ?? [])
        .map((duty) => String((duty.record as { heading?: string })?.heading ?? ''))
        .sort()
    expect([new Set(await owes(finance)), new Set(await owes(law))]).toEqual([new Set(['预算联网监督']), new Set(['规范性文件备案审查'])])
    await remind({ date: '2026-03-13' })
    const mails = await inbox(house.parts.mail)
    const told = (who: string) => {
      const text = mails.filter(({ destination }) => destination.to.includes(`${who}@duban.test`)).map((mail) => JSON.stringify(mail))
      return ['预算联网监督', '规范性文件备案审查'].filter((goal) => text.some((each) => each.includes(goal)))
    }
    expect([told('finance'), told('law')]).toEqual([['预算联网监督'], ['规范性文件备案审查']])
    const { groups } = (await admin('GET', '/api/figures/annual-tasks?by=committee')).body as unknown as {
      groups: { id: string; total: { records: number } }[]
    }
    expect(groups.filter(({ total }) => total.records > 0).map(({ id, total }) => [id, total.records])).toEqual([
      ['finance', 1],
      ['law', 1],
    ])
  })
})
