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

  test('is counted, listed and reported by desk, whatever each ledger calls its field', async () => {
    const admin = await house.as('county')
    await made(admin, 'law-inspections', { law: '水法', startOn: '2026-04-01', desk: 'finance' })
    type Group = { id: string; total: number }
    const count = async (ledger: string) => {
      const { groups } = (await admin('GET', `/api/counts${ledger}?by=desk`)).body as unknown as { groups: Group[] }
      return groups.filter(({ id }) => id !== 'none').map(({ id, total }) => [id, total])
    }
    const all = await count('')
    expect(Object.fromEntries(all)).toEqual({ finance: 2, law: 1 })
    expect(Object.fromEntries(await count('/annual-tasks'))).toEqual({ finance: 1, law: 1 })
    for (const [desk, total] of all) {
      const list = (await admin('GET', `/api/records?desk=${desk}&limit=100`)).body.data as unknown[]
      expect(list.length, String(desk)).toBe(total)
      expect((await admin('GET', `/api/counts?desk=${desk}&by=township`)).body.groups).toMatchObject([{ id: 'county', total }])
    }
    const asked = (ledger: string) => admin('GET', `/api/figures/${ledger}?by=desk`)
    expect((await asked('annual-tasks')).body.groups).toEqual((await admin('GET', '/api/figures/annual-tasks?by=committee')).body.groups)
    expect((await asked('suggestions')).status).toBe(422)
  })
})
