import type { Context } from 'hono'
import * as z from 'zod'
import { writeDay } from '../../shared/deadline/days.ts'
import { askedByMail, insistsOn } from '../../shared/definition/by-mail.ts'
import { Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Label } from '../../shared/definition/names.ts'
import { type MayTake, may } from '../../shared/engine/may.ts'
import { heading } from '../../shared/heading.ts'
import { labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { actLink, belongsTo, linkChanged, linkExpired, signInAs } from '../../shared/words/act-link.ts'
import type { World } from '../../shared/world.ts'
import { catalogue, definition, definitions } from '../catalogue.ts'
import { type ActLink, onceKey, readAct } from '../mail/act-link.ts'
import { officeName } from '../mail/office-name.ts'
import { parted } from '../store/county.ts'
import { countySecret } from '../store/county-secret.ts'
import { usedKey } from '../store/idempotency.ts'
import { type Person, personById } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import { readSession } from '../store/sessions.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { secretOf } from './cookie.ts'
import { kinOf } from './kin.ts'
import { isKnownBrowser } from './known-browser.ts'
import { problem, refused } from './problem.ts'
import { Data, RecordId } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { scopeOf } from './scope-of.ts'

const params = z.object({ token: z.string().max(900) })
const Said = z.object({ ledger: z.string(), id: z.string(), number: z.string().optional(), heading: z.string() })
const Offer = z
  .object({
    whose: z.object({ name: z.string(), office: Label }),
    act: z.object({ key: z.string(), label: Label }),
    until: z.string(),
    standing: z.enum(['ready', 'signIn', 'other']),
    said: z.string().optional().meta({ description: 'Why it cannot be taken from here.' }),
    record: Said.optional(),
    duty: z.object({ label: Label, dueOn: z.string().nullable() }).optional(),
    today: z.string(),
    judged: z
      .object({
        label: Label,
        answers: z.array(z.object({ key: z.string(), field: Field, value: z.unknown() })),
        files: z.array(z.string()),
      })
      .optional()
      .meta({ description: 'What is to be answered by the act, as the step said it that asks for it; its files by name.' }),
    asks: z.array(z.object({ key: z.string(), optional: z.boolean(), field: Field })).optional(),
    insists: z.array(z.object({ key: z.string(), when: z.object({ field: z.string(), is: z.array(z.string()) }) })).optional(),
    for: z.array(z.object({ id: z.string(), name: Label })).optional(),
  })
  .meta({ id: 'Offer' })
const get = createRoute({
  method: 'get',
  path: '/api/acts/{token}',
  tags: ['acts'],
  security: [],
  summary: 'What a link of a mail offers, and to whom',
  description:
    'Asking does nothing, however often. 404 not a link of ours, 410 used or expired, 409 the item has moved on (`item`: where it is). `standing`: `ready` when its owner is signed in, or nobody is and he has signed in in this browser before.',
  request: { params },
  responses: answers(200, 'The act, with what it asks where it can be taken.', () => Offer),
})
const post = createRoute({
  method: 'post',
  path: '/api/acts/{token}',
  tags: ['acts'],
  security: [],
  summary: 'Take the act that a link of a mail offers, once',
  description:
    'As its owner, with his rights as they are now. 401 when he has to sign in, 403 when somebody else is signed in, else as above.',
  request: { params, body: body(z.strictObject({ given: Data.default({}), for: RecordId.optional() })) },
  responses: answers(200, 'What was done.', () =>
    z.object({ record: Said.extend({ state: Label }), act: z.object({ key: z.string(), label: Label }) }),
  ),
})

/** Links of mails, a part of the API of their own. */
export const areas: (() => Area)[] = [actRoutes]

/** Links of mails: each opens a page for one act, which only its POST takes. */
function actRoutes(): Area {
  const routes = area()
  routes.openapi(get, async (c) => {
    const opened = await open(c, c.req.valid('param').token)
    if (opened instanceof Response) return opened
    const { link, person, here } = opened
    const whose = { name: person.name, office: officeName(await world(), person.office) }
    const ledger = (await definition(opened.scope, link.ledger))?.ledger
    const label = ledger?.transitions[link.act]?.label
    if (!ledger || !label) return problem(c, 409, actLink.gone)
    const told = { whose, act: { key: link.act, label }, until: link.until, today: c.var.clock.today }
    if (here !== 'owner') {
      const said = here === null ? signInAs(whose) : belongsTo(whose, here.name)
      return c.json({ ...told, standing: here === null ? 'signIn' : 'other', said: said[c.var.lang] })
    }
    const ready = await readyOf(c, opened, ledger)
    if (ready instanceof Response) return ready
    const { record, offer, asks } = ready
    const county = await world()
    const { judgedOf } = await import('./judged.ts')
    const judged = await judgedOf(link, opened.scope, ledger, offer, county)
    const duty = record.duties.find(({ id }) => id === link.duty)
    return c.json({
      ...told,
      standing: 'ready',
      record: inShort(ledger, record),
      ...(duty ? { duty: { label: ledger.duties[duty.key]?.label ?? label, dueOn: duty.dueOn } } : {}),
      ...(judged ? { judged } : {}),
      insists: insistsOn(ledger, link.act),
      asks: asks.flatMap((ask) => (ledger.fields[ask.key] ? [{ ...ask, field: ledger.fields[ask.key] }] : [])),
      ...(offer.for && offer.for.length > 1 ? { for: offer.for.map((id) => ({ id, name: nameOf(id, county) })) } : {}),
    })
  })
  routes.openapi(post, async (c) => {
    // Who acts goes by what is in force at this moment, by a link too.
    await definitions(systemScope(), 'now')
    const opened = await open(c, c.req.valid('param').token)
    if (opened instanceof Response) return opened
    const { link, person, scope, here } = opened
    const whose = { name: person.name, office: officeName(await world(), person.office) }
    if (here === null) return problem(c, 401, signInAs(whose), { code: 'act-sign-in' })
    if (here !== 'owner') return problem(c, 403, belongsTo(whose, here.name), { code: 'act-other' })
    const ledger = (await definition(scope, link.ledger))?.ledger
    if (!ledger) return problem(c, 409, actLink.gone, { code: 'act-changed' })
    const ready = await readyOf(c, opened, ledger)
    if (ready instanceof Response) return ready
    const { given, for: principal } = c.req.valid('json')
    const step = { transition: link.act, given, ...(principal ? { for: principal } : {}) }
    const along = { key: onceKey(link) }
    const { take } = await import('../transact.ts')
    const done = await take({ ...scope, via: 'mail' }, link.ledger, link.record, step, ready.record.version, c.var.clock, along)
    if (done === null) return problem(c, 409, actLink.gone, { code: 'act-changed' })
    if ('mismatch' in done) return problem(c, 410, actLink.used, { code: 'act-used', ...itemOf(link) })
    if (isRefusal(done)) return refused(c, done)
    if ('stale' in done) return problem(c, 409, linkChanged(), { code: 'act-changed', ...itemOf(link) })
    const state = labelled(ledger.states[done.record.state]?.label, done.record.state)
    const label = ledger.transitions[link.act]?.label ?? state
    return c.json({ record: { ...inShort(ledger, done.record), state }, act: { key: link.act, label } })
  })
  return routes
}

type Opened = { link: ActLink; person: Person; scope: ReturnType<typeof scopeOf>; here: 'owner' | Person | null }

/** The link with whose it is and who is here: its owner, somebody else who is signed in, or nobody known. Refuses what is no link of ours, spent or expired. */
async function open(c: Context<Env>, token: string): Promise<Opened | Response> {
  const link = readAct(parted(token).secret, await countySecret())
  if (!link) return problem(c, 404, actLink.broken, { code: 'act-broken' })
  const secret = secretOf(c)
  const [person, session] = await Promise.all([personById('system', link.person), secret ? readSession(secret, c.var.clock.now) : null])
  const other = session && !session.disabled ? session : null
  // Whoever is signed in is told so here as well, whosever the link is.
  if (other) c.set('person', other)
  if (!person || person.disabled) return problem(c, 410, actLink.disabled, { code: 'act-disabled' })
  const scope = scopeOf(person)
  if (await usedKey(scope, { key: onceKey(link), body: null })) return problem(c, 410, actLink.used, { code: 'act-used', ...itemOf(link) })
  const until = { zh: writeDay(link.until, 'zh'), en: writeDay(link.until, 'en') }
  if (c.var.clock.today > link.until) return problem(c, 410, linkExpired(until), { code: 'act-expired', ...itemOf(link) })
  const his = other ? other.id === person.id : await isKnownBrowser(c, person)
  return { link, person, scope, here: his ? 'owner' : other }
}

/** Where whoever may see the item finds it, when the link does nothing any more. */
const itemOf = ({ ledger, record: id }: ActLink) => ({ item: { ledger, id } })

type Ready = { record: LedgerRecord; offer: MayTake; asks: NonNullable<ReturnType<typeof askedByMail>> }

/** The record as it is now, if the act is still to be taken on it by its owner; else why not (409). */
async function readyOf(c: Context<Env>, { link, scope }: Opened, ledger: Ledger): Promise<Ready | Response> {
  const changed = { code: 'act-changed' }
  const record = await readRecord(scope, link.ledger, link.record)
  if (!record) return problem(c, 409, actLink.gone, changed)
  const moved = { ...changed, ...itemOf(link) }
  const [county, all] = await Promise.all([world(), catalogue(scope)])
  const rights = may(ledger, record, scope, c.var.clock.today, county, await kinOf(ledger, record, all))
  const offer = rights.transitions.find(({ key }) => key === link.act)
  if (!offer) return problem(c, 409, actLink.gone, moved)
  if (!offer.possible) return problem(c, 409, linkChanged(offer.why), moved)
  if (link.duty !== undefined && !record.duties.some(({ id, state }) => id === link.duty && (state === 'open' || state === 'paused')))
    return problem(c, 409, actLink.done, moved)
  const asks = askedByMail(ledger, link.act)
  return asks ? { record, offer, asks } : problem(c, 409, actLink.elsewhere, moved)
}

const nameOf = (id: string, { offices }: World) => labelled(offices.find((office) => office.id === id)?.name, id)

function inShort(ledger: Ledger, record: LedgerRecord) {
  const { id, number } = record
  return { ledger: ledger.key, id, ...(number ? { number } : {}), heading: heading(ledger, record) }
}
