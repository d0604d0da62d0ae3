import type { Context, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { Key, Line } from '../../shared/definition/names.ts'
import { posts } from '../../shared/post.ts'
import { type Role, roles } from '../../shared/scope.ts'
import { oneLine } from '../../shared/text.ts'
import { accountWords } from '../../shared/words/account.ts'
import { api } from '../../shared/words/api.ts'
import { afterwards } from '../afterwards.ts'
import { oweAccountMail } from '../store/account-mails.ts'
import { countyOfAddress } from '../store/counties.ts'
import { loginsOf } from '../store/log.ts'
import { addPerson, listPeople, newPersonId, type Person, personById, revise } from '../store/people.ts'
import { world } from '../world.ts'
import { accountAnswer, accountFault, givenPosts, officeOf } from './account.ts'
import { accountActRoutes } from './account-acts.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { Email, OfficeRef, officeKinds } from './caller.ts'
import { sendLink } from './invite.ts'
import { noteDone } from './note.ts'
import { problem, wrong } from './problem.ts'
import { createRoute } from './route.ts'

const tags = ['accounts']
const Name = Line.max(60)
const RoleName = z.enum(roles as [Role, ...Role[]])
const Office = z.strictObject({ kind: z.enum(officeKinds), id: Key })
const Post = z.enum(posts)
const optional = {
  desks: z.array(Key).max(20).optional(),
  phone: z.string().overwrite(oneLine).max(40).optional(),
  post: Post.nullable().optional().meta({ description: 'What he is in his office, when it is one thing; null: its liaison.' }),
  posts: z
    .array(Post)
    .max(posts.length)
    .overwrite((all) => posts.filter((post) => all.includes(post)))
    .optional()
    .meta({ description: 'The same, when it is several things.' }),
}
const aside = z.unknown().optional().meta({ description: 'As it was answered; it is left aside.' })
/** What an answer tells besides: whoever gives a whole account back with one thing changed changes that. */
const told = {
  id: aside,
  disabled: aside,
  bounced: aside,
  complained: aside,
  createdAt: aside,
  signedInAt: aside,
  logins: aside,
  township: aside,
}
const PersonId = z.string().regex(/^p[0-9a-z]{8,40}$/)

const Account = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: RoleName,
    office: OfficeRef,
    township: z.string().optional(),
    desks: z.array(z.string()).optional(),
    post: Post.optional().meta({ description: 'The highest of `posts`.' }),
    posts: z.array(Post).optional(),
    phone: z.string().optional(),
    disabled: z.boolean(),
    bounced: z.string().optional(),
    complained: z.literal(true).optional(),
    createdAt: z.string(),
    signedInAt: z.string().optional(),
  })
  .meta({ id: 'Account' })

const list = createRoute({
  method: 'get',
  path: '/api/accounts',
  tags,
  summary: 'Everybody with an account',
  responses: answers(200, 'By name of the office.', () => z.object({ data: z.array(Account) })),
})
const post = createRoute({
  method: 'post',
  path: '/api/accounts',
  tags,
  summary: 'Give somebody an account; a mail invites him to choose a password',
  request: { body: body(z.strictObject({ name: Name, email: Email, role: RoleName, office: Office, ...optional })) },
  responses: answers(201, 'The account; `invited` says whether the mail went out.', () => Account.extend({ invited: z.boolean() })),
})
const Login = z.object({ at: z.string(), what: z.string(), ip: z.string().optional() })
const get = createRoute({
  method: 'get',
  path: '/api/accounts/{id}',
  tags,
  summary: 'One account with its latest sign-ins',
  request: { params: z.object({ id: PersonId }) },
  responses: answers(200, 'The account.', () => Account.extend({ logins: z.array(Login) })),
})
const change = <M extends 'patch' | 'put'>(method: M) =>
  createRoute({
    method,
    path: '/api/accounts/{id}',
    tags,
    summary: 'Change name, role, office, posts, desks or phone, or correct the address: a mail to the new one brings a link for a password',
    request: {
      params: z.object({ id: PersonId }),
      body: body(
        z.strictObject({
          name: Name.optional(),
          email: Email.optional(),
          role: RoleName.optional(),
          office: Office.extend({ name: aside }).optional(),
          ...optional,
          ...told,
        }),
      ),
    },
    responses: answers(200, 'The account. What is not given stays as it is.', () => Account),
  })

/** Accounts, administered by the county office. The county reads them; only its administrators change them. */
export function accountRoutes(): Area {
  const routes = area(undefined, administered)
  routes.openapi(list, async (c) => {
    const [people, { offices }] = await Promise.all([listPeople(c.var.scope), world()])
    return c.json({ data: people.map((person) => accountAnswer(person, offices)) })
  })
  routes.openapi(post, async (c) => {
    const { post: one, posts: several, ...given } = c.req.valid('json')
    if (one && several && !several.includes(one)) return wrong(c, 'post', accountWords.onePost)
    const held = givenPosts({ post: one, posts: several })
    const { offices } = await world()
    const fault = accountFault({ ...given, posts: held ?? [] }, offices)
    if (fault) return wrong(c, fault.path, fault.sentence)
    const { township } = officeOf(given.office, offices) ?? {}
    const person: Person = {
      id: newPersonId(),
      ...given,
      ...(held?.length ? { posts: held } : {}),
      ...(township ? { township } : {}),
      createdAt: c.var.clock.now.toISOString(),
    }
    if ((await countyOfAddress(person.email)) !== null) return wrong(c, 'email', accountWords.emailTaken)
    // First the credentials, which nobody can use yet: an account without them could never sign in. Anew, for somebody else may have had the address once.
    await (await c.var.deps.identity(c.var.clock.now)).renew(person.email)
    if (!(await addPerson(c.var.scope, person, [oweAccountMail(person.id, c.var.clock.now)])))
      return wrong(c, 'email', accountWords.emailTaken)
    await noteDone(c, 'account.create', person.id)
    const invited = await sendLink(c, person)
    return c.json({ ...accountAnswer(person, offices), invited }, 201)
  })
  routes.openapi(get, async (c) => {
    const person = await personById(c.var.scope, c.req.valid('param').id)
    if (!person) return problem(c, 404, api.notThere)
    const [{ offices }, logins] = await Promise.all([world(), loginsOf(c.var.scope, person.id)])
    return c.json({ ...accountAnswer(person, offices), logins: logins.map(({ at, what, ip }) => ({ at, what, ...(ip ? { ip } : {}) })) })
  })
  for (const method of ['patch', 'put'] as const)
    routes.openapi(change(method), (c) => changed(c, c.req.valid('param').id, c.req.valid('json')))
  routes.include(accountActRoutes())
  return routes
}

type Given = z.output<ReturnType<typeof change>['request']['body']['content']['application/json']['schema']>

async function changed(c: Context<Env>, id: string, body: Given): Promise<Response> {
  const { email, post: one, posts: several, name, role, office, desks, phone } = body
  const given = defined({ name, role, desks, phone, office: office && { kind: office.kind, id: office.id } })
  const whole = body.id !== undefined
  // In a whole account the one thing that was changed is the post, and `posts` what was answered.
  if (one && several && !several.includes(one) && !whole) return wrong(c, 'post', accountWords.onePost)
  const person = await personById(c.var.scope, id)
  if (!person) return problem(c, 404, api.notThere)
  const { offices } = await world()
  const moves = given.office !== undefined && !(given.office.kind === person.office.kind && given.office.id === person.office.id)
  // A post is held in an office: whoever goes to another one leaves it behind.
  const held = givenPosts({ post: one, posts: one && !several?.includes(one) ? undefined : several }) ?? (moves ? [] : person.posts)
  const next = { ...person, ...given, posts: held ?? [] }
  const fault = accountFault(next, offices)
  if (fault) return wrong(c, fault.path, fault.sentence)
  const change = { ...given, posts: held?.length ? held : undefined, township: officeOf(next.office, offices)?.township }
  const revised = await revise(c.var.scope, person, { change, email, now: c.var.clock.now })
  if (revised === 'taken') return wrong(c, 'email', accountWords.emailTaken)
  if (revised === 'last') return problem(c, 409, accountWords.lastAdmin)
  if (!revised) return problem(c, 404, api.notThere)
  if (revised.email !== person.email) await afterwards('new address', invite(c, person.email, revised))
  await noteDone(c, 'account.change', person.id)
  return c.json(accountAnswer(revised, offices))
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** No password passes from one address to another: the new one gets a link, under the old one nobody signs in. */
async function invite(c: Context<Env>, old: string, person: Person): Promise<void> {
  const identity = await c.var.deps.identity(c.var.clock.now)
  await identity.renew(person.email)
  // Under the old one there is no account any more, so that nobody signs in with it even where this fails.
  await afterwards('old address', identity.disable(old))
  await sendLink(c, person)
}

const administered: MiddlewareHandler<Env> = async (c, next) => {
  const { role, office } = c.var.scope
  if (c.req.method === 'GET' ? office.kind !== 'county' : role !== 'admin')
    return problem(c, 403, c.req.method === 'GET' ? api.countyOnly : api.adminsOnly)
  return next()
}
