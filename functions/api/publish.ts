import type { Context } from 'hono'
import { amend } from '../../shared/definition/amend.ts'
import { doubled } from '../../shared/definition/called.ts'
import { crossCheck } from '../../shared/definition/gate/across.ts'
import { adviceOn, parseLedger } from '../../shared/definition/gate.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { opened } from '../../shared/definition/opened.ts'
import { amended, difference, type Json } from '../../shared/definition/patch.ts'
import type { Lang } from '../../shared/names.ts'
import { api } from '../../shared/words/api.ts'
import { sameName } from '../../shared/words/called.ts'
import { definition, definitions, saveDefinition } from '../catalogue.ts'
import { shipped } from '../shipped.ts'
import type { Env } from './area.ts'
import { told } from './gate-told.ts'
import { noteDone } from './note.ts'
import { type InputError, problem } from './problem.ts'
import { staleWords, versionIn } from './version-said.ts'

type Given = { ledger: object } | { patch: object }
type Meant = { dryRun?: 'true' | 'false' | undefined; opens?: 'true' | undefined }

/** Publishes a definition, judged whole, and against every other, before anything is stored. */
export async function publish(c: Context<Env>, key: string, given: Given, { dryRun, opens: meant }: Meant): Promise<Response> {
  const { scope, clock, lang } = c.var
  const before = await definition(scope, key)
  const ours = shipped.get(key)?.()
  const said = c.req.header('if-match')
  if (before && !said) return problem(c, 428, api.versionMissing)
  if (before && versionIn(said) !== before.version) return problem(c, 412, staleWords(said), { current: before })
  if (!ours && 'patch' in given) return faulty(c, [{ path: 'patch', message: api.ownWhole[lang] }])
  const whole = json('ledger' in given ? given.ledger : amended(json(ours), { patch: json(given.patch) }))
  const parsed = parseLedger(whole)
  if ('faults' in parsed) return faulty(c, told(parsed.faults, whole, lang))
  const { ledger } = parsed
  const faults = await consequences(c, key, ledger, before?.ledger)
  if (faults.length) return faulty(c, told(faults, whole, lang))
  // What is in force already needs no version: whoever presses the button twice makes one.
  if (before && !difference(json(before.ledger), json(ledger))) return c.json(before)
  const version = (before?.version ?? 0) + 1
  const advice = told(adviceOn(ledger), whole, lang)
  const made = { origin: ours ? 'amended' : 'county', version, ledger, ...(advice.length > 0 ? { advice } : {}) }
  const opens = before ? openings(before.ledger, ledger, lang) : []
  if (dryRun === 'true') return c.json({ ...made, ...(opens.length > 0 ? { opens } : {}) })
  if (opens.length > 0 && !meant) return problem(c, 409, api.opens, { code: 'opens', errors: opens })
  const content = ours ? (difference(json(ours), whole) ?? { patch: {} }) : { ledger: whole }
  if (!(await saveDefinition(scope, { key, version, ...content }, clock.now))) return problem(c, 412, api.stale)
  await noteDone(c, 'ledger.publish', `${key} ${version}`)
  return c.json(made)
}

/** What stands against it: in itself, in what it would break, and beside the others. What was between these before is not its doing. */
async function consequences(c: Context<Env>, key: string, after: Ledger, before: Ledger | undefined) {
  const others = (await definitions(c.var.scope)).map(({ ledger }) => ledger).filter((ledger) => ledger.key !== key)
  const named = after.key === key ? [] : [{ path: 'key', message: `the key is ${key}` }]
  const names = doubled(after, before, others).map((of) => ({ path: `label.${of}`, message: sameName(after.label[of])[c.var.lang] }))
  const stood = new Set(crossCheck([...others, ...(before ? [before] : [])]).map(({ path }) => path))
  const between = crossCheck([...others, after]).filter(({ path }) => !stood.has(path) || path.split('.')[0] === key)
  return [...named, ...names, ...between, ...(before ? amend(before, after) : [])]
}

const openings = (before: Ledger, after: Ledger, lang: Lang): InputError[] =>
  opened(before, after).map(({ path, message }) => ({ path, message: message[lang] }))

const faulty = (c: Context<Env>, errors: InputError[]): Response => problem(c, 422, api.badInput, { errors })
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value))
