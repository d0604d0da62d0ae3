import type { Context } from 'hono'
import * as z from 'zod'
import { amend } from '../../shared/definition/amend.ts'
import { doubled } from '../../shared/definition/called.ts'
import type { GateFault } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Key } from '../../shared/definition/names.ts'
import { amended, difference, type Json } from '../../shared/definition/patch.ts'
import { api } from '../../shared/words/api.ts'
import { sameName } from '../../shared/words/called.ts'
import { definition, definitions, saveDefinition } from '../catalogue.ts'
import { type Area, answers, area, body, type Env } from './area.ts'
import { noteDone } from './note.ts'
import { type InputError, problem } from './problem.ts'
import { Versioned } from './record-shapes.ts'
import { createRoute } from './route.ts'
import { staleWords, versionIn } from './version-said.ts'

const JsonObject = z.record(z.string(), z.unknown()).meta({ type: 'object', additionalProperties: true })
const Opening = z.object({ path: z.string(), message: z.string() })
const put = createRoute({
  method: 'put',
  path: '/api/ledgers/{ledger}',
  tags: ['ledgers'],
  summary: 'Publish the county’s own ledger, or its amendment of one of ours',
  request: {
    params: z.object({ ledger: Key }),
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).optional(),
      opens: z
        .literal('true')
        .optional()
        .meta({ description: 'Whoever publishes has been told to whom it opens what was closed, and means it.' }),
    }),
    headers: Versioned,
    body: body(z.union([z.strictObject({ ledger: JsonObject }), z.strictObject({ patch: JsonObject })])),
  },
  responses: answers(
    200,
    [
      '`ledger` is the whole; of one of ours only what differs is kept, the order of its parts too. `patch` (RFC 7396; `{put: null}` under `sets` is a value)',
      'changes one of ours. Only what breaks no stored record publishes; days already stamped do not move. What is in force already makes no version and is',
      'answered as it is. `dryRun` only judges, and tells in `opens` what more people may see or do than before; that publishes only with `opens=true` (409 otherwise).',
      '`advice`: what nothing forbids and should be looked at, such as an open state in which nobody owes the next step.',
    ].join(' '),
    () => z.looseObject({ version: z.number(), opens: z.array(Opening).optional() }),
  ),
})

/** Definitions as administrators change them: judged whole, and against every other, before anything is stored. */
export function defineRoutes(): Area {
  const routes = area()
  routes.openapi(put, async (c) => {
    const { scope, clock } = c.var
    if (scope.role !== 'admin') return problem(c, 403, api.adminsOnly)
    const key = c.req.valid('param').ledger
    const given = c.req.valid('json')
    const [before, { ledgers }, { adviceOn, parseLedger }] = await Promise.all([definition(scope, key), shipped(), gate()])
    const ours = ledgers.find((one) => one.key === key)
    const said = c.req.header('if-match')
    if (before && !said) return problem(c, 428, api.versionMissing)
    if (before && versionIn(said) !== before.version) return problem(c, 412, staleWords(said), { current: before })
    if (!ours && 'patch' in given) return faulty(c, [{ path: 'patch', message: api.ownWhole[c.var.lang] }])
    const whole = json('ledger' in given ? given.ledger : amended(json(ours), { patch: json(given.patch) }))
    const parsed = parseLedger(whole)
    if ('faults' in parsed) return faulty(c, await told(c, parsed.faults, whole))
    const { ledger } = parsed
    const faults = await consequences(c, key, ledger, before?.ledger)
    if (faults.length) return faulty(c, await told(c, faults, whole))
    // What is in force already needs no version: whoever presses the button twice makes one.
    if (before && !difference(json(before.ledger), json(ledger))) return c.json(before)
    const version = (before?.version ?? 0) + 1
    const advice = await told(c, adviceOn(ledger), whole)
    const made = { origin: ours ? 'amended' : 'county', version, ledger, ...(advice.length > 0 ? { advice } : {}) }
    const { dryRun, opens: meant } = c.req.valid('query')
    const opens = before ? await openings(c, before.ledger, ledger) : []
    if (dryRun === 'true') return c.json({ ...made, ...(opens.length > 0 ? { opens } : {}) })
    if (opens.length > 0 && !meant) return problem(c, 409, api.opens, { code: 'opens', errors: opens })
    const content = ours ? (difference(json(ours), whole) ?? { patch: {} }) : { ledger: whole }
    if (!(await saveDefinition(scope, { key, version, ...content }, clock.now))) return problem(c, 412, api.stale)
    await noteDone(c, 'ledger.publish', `${key} ${version}`)
    return c.json(made)
  })
  return routes
}

// Long, and needed only when something is published.
const shipped = () => import('../../shared/ledgers/index.ts')
const gate = () => import('../../shared/definition/gate.ts')
const told = async (c: Context<Env>, faults: GateFault[], given: unknown) =>
  (await import('./gate-told.ts')).told(faults, given, c.var.lang)

/** What stands against it: in itself, in what it would break, and beside the others. What was between these before is not its doing. */
async function consequences(c: Context<Env>, key: string, after: Ledger, before: Ledger | undefined) {
  const { crossCheck } = await import('../../shared/definition/gate/across.ts')
  const others = (await definitions(c.var.scope)).map(({ ledger }) => ledger).filter((ledger) => ledger.key !== key)
  const named = after.key === key ? [] : [{ path: 'key', message: `the key is ${key}` }]
  const names = doubled(after, before, others).map((of) => ({ path: `label.${of}`, message: sameName(after.label[of])[c.var.lang] }))
  const stood = new Set(crossCheck([...others, ...(before ? [before] : [])]).map(({ path }) => path))
  const between = crossCheck([...others, after]).filter(({ path }) => !stood.has(path) || path.split('.')[0] === key)
  return [...named, ...names, ...between, ...(before ? amend(before, after) : [])]
}

async function openings(c: Context<Env>, before: Ledger, after: Ledger) {
  const { opened } = await import('../../shared/definition/opened.ts')
  return opened(before, after).map(({ path, message }) => ({ path, message: message[c.var.lang] }))
}

const faulty = (c: Context<Env>, errors: InputError[]): Response => problem(c, 422, api.badInput, { errors })
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value))
