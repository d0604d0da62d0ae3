import { beforeAll, describe, expect, test } from 'vitest'
import { type Body, type Client, openHouse } from '../functions/api-house.ts'
import { data, due, later, made, read, refs, taken, tried } from './plays.ts'

const today = '2026-03-02'
let county: Client

beforeAll(async () => {
  const house = await openHouse(today)
  county = await house.as('county')
})

const turnout = { all: 100, present: 96, issued: 96, collected: 96, valid: 95 }
const tellers = ['甲', '乙']

async function vote(seats: number, names: string[]): Promise<{ meeting: Body; called: Body; projects: Body[] }> {
  const meeting = await made(county, 'meetings', { name: '县十八届人大五次会议', kind: 'congress', day: today })
  await taken(county, meeting, 'notify', { expected: 100 })
  await taken(county, meeting, 'callVote', { voteOn: '2026年民生实事项目票决', voteSeats: seats })
  const called = refs(await read(county, meeting)).find(({ ledger }) => ledger === 'project-votes') as Body
  const projects: Body[] = []
  for (const name of names) {
    const project = await made(county, 'livelihood-projects', { name, content: '建设内容' })
    await taken(county, project, 'screen')
    projects.push(await taken(county, project, 'stand', { election: [called.id] }))
  }
  return { meeting, called, projects }
}

const rows = (projects: Body[], votes: number[]) => projects.map(({ id }, at) => ({ id, for: votes[at] }))
const states = (projects: Body[]) => Promise.all(projects.map(async (project) => (await read(county, project)).state))

describe('one vote over all projects', () => {
  test('chooses by more than half of all and then by votes, and decides each project', async () => {
    const { meeting, called, projects } = await vote(2, ['修路', '建桥', '办学', '种树'])
    const standing = refs(await read(county, called)).filter(({ ledger }) => ledger === 'livelihood-projects')
    expect(standing.map(({ id }) => id).sort()).toEqual(projects.map(({ id }) => id).sort())
    const poll = { ...turnout, rows: rows(projects, [80, 40, 60, 55]).slice(0, 4) }
    const sums = { ...poll, rows: rows(projects, [80, 20, 50, 30]) }
    expect((await tried(county, called, 'count', { poll: sums, tellers })).status).toBe(409)
    await taken(county, meeting, 'hold', { expected: 100, present: 96 })
    const over = await tried(county, called, 'count', { poll, tellers })
    expect([over.status, over.body.errors?.[0]?.message]).toEqual([422, expect.stringContaining('190')])
    expect((await taken(county, called, 'count', { poll: { ...turnout, rows: rows(projects, [70, 10, 60, 50]) }, tellers })).state).toBe(
      'settled',
    )
    await later(today)
    expect(await states(projects)).toEqual(['selected', 'notSelected', 'selected', 'notSelected'])
    expect(due(await read(county, projects[0] as Body), 'plan')).toBe('2026-04-02')
  })

  test('puts who ties at the last seat to a run-off among them alone', async () => {
    const { meeting, called, projects } = await vote(2, ['甲', '乙', '丙'])
    await taken(county, meeting, 'hold', { expected: 100, present: 96 })
    const first = await taken(county, called, 'count', { poll: { ...turnout, rows: rows(projects, [70, 55, 55]) }, tellers })
    expect([first.state, await states(projects)]).toEqual(['runoff', ['selected', 'candidate', 'candidate']])
    const all = await tried(county, called, 'count', { poll: { ...turnout, rows: rows(projects, [60, 20, 10]) }, tellers })
    expect(all.status).toBe(422)
    const again = await taken(county, called, 'count', { poll: { ...turnout, rows: rows(projects.slice(1), [30, 60]) }, tellers })
    expect(again.state).toBe('settled')
    expect(((data(again).poll as Body).rows as unknown as Body[]).map(({ outcome }) => outcome)).toEqual(['elected', 'lost', 'elected'])
    expect(await states(projects)).toEqual(['selected', 'notSelected', 'selected'])
  })

  test('needs more candidates than seats, and each of them once', async () => {
    const { meeting, called, projects } = await vote(2, ['甲', '乙'])
    await taken(county, meeting, 'hold', { expected: 100, present: 96 })
    const few = await tried(county, called, 'count', { poll: { ...turnout, rows: rows(projects, [70, 60]) }, tellers })
    expect([few.status, few.body.errors?.[0]?.message]).toEqual([422, expect.stringContaining('差额')])
    const twice = { ...turnout, rows: [...rows(projects, [70, 60]), { id: projects[0]?.id, for: 1 }] }
    expect((await tried(county, called, 'count', { poll: twice, tellers })).status).toBe(422)
  })

  test('is the only way to be chosen; what was nominated first stands in it, and one whose vote is called off is a candidate no more', async () => {
    const project = await made(county, 'livelihood-projects', { name: '独件', content: '建设内容' })
    await taken(county, project, 'screen')
    await taken(county, project, 'nominate', { congressOn: '2026-03-20' })
    const ballot = { ...turnout, for: 90, against: 3, abstained: 2 }
    expect((await tried(county, project, 'vote', { ballot })).status).toBe(409)
    const { called } = await vote(1, ['甲'])
    const standing = await taken(county, project, 'stand', { election: [called.id] })
    expect([standing.state, due(standing, 'vote')]).toEqual(['candidate', undefined])
    await taken(county, called, 'cancel', { reason: '候选没有形成差额' })
    await later(today)
    const back = await read(county, project)
    expect([back.state, due(back, 'confirm')]).toEqual(['preliminary', '2026-06-02'])
  })
})
