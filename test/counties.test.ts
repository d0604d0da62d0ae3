import { beforeAll, describe, expect, test } from 'vitest'
import { countyOfAddress } from '../functions/store/counties.ts'
import { inCounty } from '../functions/store/county.ts'
import { listPeople } from '../functions/store/people.ts'
import { readRecord } from '../functions/store/records.ts'
import { systemScope } from '../functions/store/system-scope.ts'
import { type Client, cookieOf, openHouse, password } from './functions/api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const offices = [
  { id: 'county', kind: 'county' as const, name: { zh: '海安县人大', en: 'Haian' } },
  { id: 'xinan', kind: 'township' as const, name: { zh: '新安镇', en: 'Xinan' } },
  { id: 'water', kind: 'unit' as const, name: { zh: '水务局', en: 'Water' } },
]
const people = [
  { email: 'chief@haian.test', name: '海安管理员', role: 'admin' as const, office: 'county', password },
  { email: 'clerk@haian.test', name: '海安镇办', role: 'clerk' as const, office: 'xinan', password },
]
const haian = <T>(work: () => T) => inCounty({ county: 'haian' }, work)
const signedIn = async (email: string): Promise<Client> => {
  const cookie = cookieOf(await house.call('POST', '/api/session', { body: { email, password } }))
  return (method, path, asked = {}) => house.call(method, path, { cookie, ...asked })
}

beforeAll(async () => {
  house = await openHouse()
  expect(await house.bootstrap({ county: 'haian', offices, people })).toMatchObject({ offices: 3, people: 2, notInvited: [] })
})

describe('a county that was added to a deployment', () => {
  test('opens for its own people, by their address alone', async () => {
    const chief = await signedIn('chief@haian.test')
    expect((await chief('GET', '/api/session')).body).toMatchObject({ name: '海安管理员', office: { name: { zh: '海安县人大' } } })
    const { body } = await chief('GET', '/api/accounts')
    expect(body.data?.map(({ email }) => email).sort()).toEqual(['chief@haian.test', 'clerk@haian.test'])
  })

  test('keeps what it writes under keys of its own', async () => {
    const clerk = await signedIn('clerk@haian.test')
    const made = await clerk('POST', '/api/records/suggestions', { body: { data: { title: '海安的桥', body: '修桥', deputies: ['甲'] } } })
    expect(made.status, made.text).toBe(201)
    const id = String(made.body.id)
    expect(await haian(() => readRecord(systemScope(), 'suggestions', id))).toMatchObject({ id })
    expect(await readRecord(systemScope(), 'suggestions', id)).toBeNull()
    const own = await house.as('county')
    expect((await own('GET', `/api/records/suggestions/${id}`)).status).toBe(404)
  })

  test('does not open with a session of another: the county of a cookie is part of what it proves', async () => {
    const cookie = cookieOf(await house.call('POST', '/api/session', { body: { email: 'county@duban.test', password } }))
    const moved = cookie.replace('=', '=haian~')
    expect((await house.call('GET', '/api/session', { cookie: moved })).status).toBe(401)
    const other = cookieOf(await house.call('POST', '/api/session', { body: { email: 'chief@haian.test', password } }))
    expect((await house.call('GET', '/api/session', { cookie: other })).status).toBe(200)
    for (const county of ['', 'guannan~', 'nowhere~', '../~', 'HAIAN~'])
      expect((await house.call('GET', '/api/session', { cookie: other.replace('haian~', county) })).status, county).toBe(401)
  })

  test('shares no address with another: it opens an account in one county only', async () => {
    const own = await house.as('county')
    const account = { name: '某人', email: 'clerk@haian.test', role: 'clerk', office: { kind: 'township', id: 'xinan' } }
    expect((await own('POST', '/api/accounts', { body: account })).status).toBe(422)
    const chief = await signedIn('chief@haian.test')
    expect((await chief('POST', '/api/accounts', { body: { ...account, email: 'county@duban.test' } })).status).toBe(422)
    const [someone] = await listPeople('system')
    expect((await own('PATCH', `/api/accounts/${someone?.id}`, { body: { email: 'chief@haian.test' } })).status).toBe(422)
    // Neither has lost his password by it.
    expect((await (await signedIn('clerk@haian.test'))('GET', '/api/session')).status).toBe(200)
    expect((await (await house.as('county'))('GET', '/api/session')).status).toBe(200)
    const again = await house.bootstrap({
      county: 'haian',
      people: [{ ...account, email: 'county@duban.test', office: 'county', role: 'admin' }],
    })
    expect(again.notInvited).toEqual([{ email: 'county@duban.test', why: 'The address has an account in the county guannan' }])
  })

  test('lets an address go when its person takes another', async () => {
    const chief = await signedIn('chief@haian.test')
    const { body } = await chief('GET', '/api/accounts')
    const clerk = body.data?.find(({ email }) => email === 'clerk@haian.test')
    expect((await chief('PATCH', `/api/accounts/${clerk?.id}`, { body: { email: 'desk@haian.test' } })).status).toBe(200)
    expect(await Promise.all(['clerk@haian.test', 'desk@haian.test'].map(countyOfAddress))).toEqual([null, 'haian'])
  })
})

test('a scope of one county is refused in another', async () => {
  const scope = haian(systemScope)
  await expect(async () => readRecord(scope, 'suggestions', 'r1')).rejects.toThrow('no business')
})
