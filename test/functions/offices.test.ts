import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, openHouse } from './api-house.ts'

type Ref = { ledger: string; id: string; as: string; heading: string; state: string; township: string | null }
type Duty = { key: string; state: string; dueOn: string | null; holder: { id: string } }
type Whole = { id: string; version: number; state: string; data: Record<string, unknown>; refs: Ref[]; duties: Duty[] }

const soon = '2026-04-30'
let clients: Record<string, Client>

beforeAll(async () => {
  const house = await openHouse('2026-03-02')
  const names = ['county', 'xinan', 'bailu', 'water', 'deputy1']
  clients = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await house.as(name)] as const)))
})

describe('an appointment', () => {
  const key = 'appointments'
  const nominate = async (data: object = {}) => {
    const id = await make(key, 'county', { post: '局长', name: '甲', nominator: '县长', meetingOn: soon, ...data })
    await taken(key, id, 'county', 'receive')
    return id
  }

  test('that is held before the talk comes back to the talk', async () => {
    const id = await nominate()
    await taken(key, id, 'county', 'qualify', { review: '合格' })
    await taken(key, id, 'county', 'exam', { score: 75 })
    await taken(key, id, 'county', 'hold', { reason: '核查' })
    const { state, duties } = await taken(key, id, 'county', 'release')
    expect([state, open(duties)]).toEqual(['examPassed', ['talk']])
  })

  test('whose meeting moves takes its days along', async () => {
    const id = await nominate({ kind: 'remove' })
    expect((await step(key, id, 'county', 'qualify', { review: '合格' })).status).toBe(409)
    await taken(key, id, 'county', 'qualifyRemoval', { review: '合格' })
    const { duties } = await taken(key, id, 'county', 'reschedule', { meetingOn: '2026-05-29', reason: '议程调整' })
    expect(duties.filter(({ state }) => state === 'open').map(({ key: duty, dueOn }) => [duty, dueOn])).toEqual([['agenda', '2026-05-26']])
  })

  test('to leave a post is laid before the meeting without a candidate’s speech', async () => {
    const [leaving, coming] = [await nominate({ kind: 'remove' }), await nominate()]
    await taken(key, leaving, 'county', 'qualifyRemoval', { review: '合格' })
    expect(open((await taken(key, leaving, 'county', 'agenda')).duties)).toEqual(['present'])
    expect((await step(key, leaving, 'county', 'hear', { speech: '供职' })).status).toBe(409)
    const laid = await taken(key, leaving, 'county', 'present')
    expect([laid.state, open(laid.duties)]).toEqual(['voting', ['vote']])
    await taken(key, coming, 'county', 'qualify', { review: '合格' })
    await taken(key, coming, 'county', 'exam', { score: 75 })
    await taken(key, coming, 'county', 'talk', { inspection: '好', talk: '谈', commitment: '诺' })
    expect(open((await taken(key, coming, 'county', 'agenda')).duties)).toEqual(['hear'])
    expect((await step(key, coming, 'county', 'present', {})).status).toBe(409)
  })
})

describe('a deputy', () => {
  const elect = (tier: string) => make('deputies', 'xinan', { name: ['周文'], tier })
  const missed = { meeting: '五次会议', excused: false }

  test('is talked to after the first session missed without leave, and ends after the second', async () => {
    const id = await elect('county')
    expect(open((await taken('deputies', id, 'xinan', 'absence', missed)).duties)).toEqual(['report', 'warn'])
    const { state, duties } = await taken('deputies', id, 'xinan', 'absence', { ...missed, meeting: '六次会议' })
    expect([state, open(duties), holders(duties)]).toEqual(['ending', ['end'], ['county']])
  })

  test('of a township is ended by the township’s own congress, and others by the county', async () => {
    const ended = { cause: 'resigned', reason: '辞职' }
    const [own, other] = [await elect('township'), await elect('county')]
    expect((await step('deputies', own, 'county', 'end', ended)).status).toBe(409)
    expect((await step('deputies', other, 'xinan', 'endHere', ended)).status).toBe(409)
    expect((await taken('deputies', own, 'xinan', 'endHere', ended)).state).toBe('ended')
    expect((await taken('deputies', other, 'county', 'end', ended)).state).toBe('ended')
  })
})

test('an objection that is upheld is counted corrected, and published again', async () => {
  const data = { what: '培训三天', deputy: ['张桂兰'], type: 'training', date: '2026-02-10' }
  const id = await make('performance-entries', 'deputy1', data)
  await taken('performance-entries', id, 'deputy1', 'submit')
  await taken('performance-entries', id, 'xinan', 'check')
  await taken('performance-entries', id, 'county', 'confirm')
  await taken('performance-entries', id, 'county', 'show', { shownUntil: '2026-03-10' })
  await taken('performance-entries', id, 'deputy1', 'object', { objection: '应计三次' })
  const decided = await taken('performance-entries', id, 'county', 'decide', { upheld: true, times: 3, note: '改正' })
  expect([decided.state, decided.data.points]).toEqual(['counted', 6])
  expect((await taken('performance-entries', id, 'county', 'show', { shownUntil: '2026-03-20' })).data.objection ?? null).toBeNull()
})

test('every reception makes its own matters public opinions, and counts for everybody who received', async () => {
  const receive = async (id: string, ...matters: string[]) => {
    const given = { heldOn: '2026-03-01', receivers: ['张桂兰'], matters: matters.map((matter) => ({ matter, visitor: '王', phone: '1' })) }
    const { refs } = await taken('stations', id, id === abroad ? 'county' : 'xinan', 'receive', given)
    return refs.map(({ ledger, heading }) => `${ledger} ${heading}`).sort()
  }
  const id = await make('stations', 'xinan', { name: '站', kind: 'home' })
  const abroad = await make('stations', 'county', { name: '异地站', kind: 'remote' })
  expect(await receive(id, '一', '二')).toEqual(['performance-entries 在站接待选民', 'public-opinions 一', 'public-opinions 二'])
  expect(await receive(id, '三')).toEqual([
    ...Array(2).fill('performance-entries 在站接待选民'),
    ...['一', '三', '二'].map((each) => `public-opinions ${each}`),
  ])
  expect(await receive(abroad, '四')).toEqual(['performance-entries 在异地站接待选民', 'public-opinions 四'])
})

test('who brought a matter is told to the unit while it answers, and to no other office', async () => {
  const id = await make('public-opinions', 'xinan', { matter: '断水', visitor: '李大爷', phone: '8000' })
  await taken('public-opinions', id, 'xinan', 'escalate')
  await taken('public-opinions', id, 'county', 'assign', { unit: 'water' })
  const told = async (who: string) => (await read('public-opinions', id, who)).data.visitor
  expect([await told('xinan'), await told('water'), await told('county')]).toEqual(['李大爷', '李大爷', undefined])
  await taken('public-opinions', id, 'water', 'reply', { reply: '已修' })
  expect([await told('xinan'), await told('water')]).toEqual(['李大爷', undefined])
})

test('a project that the township does itself is reported on by its congress office', async () => {
  const id = await make('livelihood-projects', 'xinan', { name: '修桥', content: '一座' })
  const other = await make('livelihood-projects', 'xinan', { name: '修路', content: '一条' })
  const meeting = await make('meetings', 'xinan', { name: '镇人大会议', kind: 'township', day: '2026-03-02' })
  await taken('meetings', meeting, 'xinan', 'notify', { expected: 60 })
  const called = await taken('meetings', meeting, 'xinan', 'callVote', { voteOn: '实事项目票决', voteSeats: 1 })
  const election = called.refs.find(({ ledger }) => ledger === 'project-votes')?.id ?? ''
  for (const each of [id, other]) {
    await taken('livelihood-projects', each, 'xinan', 'screen')
    await taken('livelihood-projects', each, 'xinan', 'nominate')
    await taken('livelihood-projects', each, 'xinan', 'stand', { election: [election] })
  }
  await taken('meetings', meeting, 'xinan', 'hold', { expected: 60, present: 50 })
  const votes = { all: 60, present: 50, issued: 50, collected: 50, valid: 50 }
  const poll = (...counts: number[]) => ({ ...votes, rows: [id, other].map((each, at) => ({ id: each, for: counts[at] })) })
  const tellers = ['甲', '乙']
  expect((await step('project-votes', election, 'xinan', 'count', { poll: poll(45, 40), tellers })).status).toBe(422)
  await taken('project-votes', election, 'xinan', 'count', { poll: poll(40, 10), tellers })
  expect((await step('livelihood-projects', id, 'xinan', 'plan', { finishOn: soon })).status).toBe(409)
  expect(holders((await taken('livelihood-projects', id, 'xinan', 'plan', { finishOn: soon, town: 'xinan' })).duties)).toEqual([
    'xinan',
    'xinan',
  ])
  const late = { progress: 40, planned: 80, paid: 10 }
  expect(open((await taken('livelihood-projects', id, 'xinan', 'report', late)).duties)).toEqual(['explain', 'finish', 'monthly'])
  expect((await step('livelihood-projects', id, 'county', 'report', late)).status).toBe(403)
})

test('a rule stays in force until the one that revises it is adopted', async () => {
  const adopted = { adoptedBy: '常委会会议', adoptedOn: '2026-03-02' }
  const id = await make('rules', 'county', { title: '议事规则', part: 'procedure' })
  await taken('rules', id, 'county', 'adopt', adopted)
  const { refs } = await taken('rules', id, 'county', 'revise')
  const draft = refs.find(({ as }) => as === 'child')?.id ?? ''
  expect((await read('rules', id, 'deputy1')).state).toBe('revising')
  expect((await step('rules', id, 'county', 'revise', {})).status).toBe(409)
  await taken('rules', draft, 'county', 'adopt', adopted)
  expect((await read('rules', id)).state).toBe('replaced')
})

test('a township reads the answer to its request once it is approved, and not the draft', async () => {
  const id = await make('guidance-requests', 'xinan', { matter: '补选', question: '如何办理？' })
  await taken('guidance-requests', id, 'xinan', 'ask')
  await taken('guidance-requests', id, 'county', 'route', { committee: 'personnel' })
  await taken('guidance-requests', id, 'county', 'draftReply', { proposed: '拟答复的秘密' })
  const seen = async () =>
    [
      await clients.xinan?.('GET', `/api/records/guidance-requests/${id}`),
      await clients.xinan?.('GET', `/api/records/guidance-requests/${id}/events`),
    ].some((each) => each?.text.includes('秘密'))
  expect(await seen()).toBe(false)
  await taken('guidance-requests', id, 'county', 'approve', { approver: '王' })
  expect(await seen()).toBe(true)
})

test('a meeting that moves asks the townships anew for its new day', async () => {
  const id = await make('meeting-invitations', 'county', { meeting: '常委会', meetingOn: soon, seats: 1 })
  const { refs } = await taken('meeting-invitations', id, 'county', 'invite')
  const sheet = refs.find(({ township }) => township === 'xinan')?.id ?? ''
  expect((await step('invitation-replies', sheet, 'xinan', 'confirm', { coming: ['甲', '乙'] })).status).toBe(409)
  await taken('invitation-replies', sheet, 'xinan', 'confirm', { coming: ['甲'] })
  const moved = await taken('meeting-invitations', id, 'county', 'postpone', { movedTo: '2026-05-15', reason: '冲突' })
  const again = moved.refs.find(({ ledger }) => ledger === 'meeting-invitations')?.id ?? ''
  expect([(await read('invitation-replies', sheet)).state, (await read('meeting-invitations', again)).data.meetingOn]).toEqual([
    'dropped',
    '2026-05-15',
  ])
})

const open = (duties: Duty[]) =>
  duties
    .filter(({ state }) => state === 'open')
    .map(({ key }) => key)
    .sort()
const holders = (duties: Duty[]) => duties.filter(({ state }) => state === 'open').map(({ holder }) => holder.id)

async function make(ledger: string, who: string, data: object): Promise<string> {
  const made = await clients[who]?.('POST', `/api/records/${ledger}`, { body: { data } })
  expect(made?.status, made?.text).toBe(201)
  return String(made?.body.id)
}

async function read(ledger: string, id: string, who = 'county'): Promise<Whole> {
  const answer = await clients[who]?.('GET', `/api/records/${ledger}/${id}`)
  expect(answer?.status, answer?.text).toBe(200)
  return answer?.body as unknown as Whole
}

async function step(ledger: string, id: string, who: string, transition: string, given: object) {
  const { version } = await read(ledger, id)
  const headers = { 'if-match': `"${version}"` }
  const answer = await clients[who]?.('POST', `/api/records/${ledger}/${id}/events`, { headers, body: { transition, given } })
  if (!answer) throw new Error(`no session for ${who}`)
  return answer
}

async function taken(ledger: string, id: string, who: string, transition: string, given: object = {}): Promise<Whole> {
  const answer = await step(ledger, id, who, transition, given)
  expect(answer.status, `${transition}: ${answer.text}`).toBe(200)
  return answer.body as unknown as Whole
}
