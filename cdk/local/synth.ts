import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { made } from './made.ts'
import { run } from './run.ts'

export type Resource = { Type: string; Properties?: Record<string, unknown> }
export type Template = { Resources: Record<string, Resource> }
/** A synthesised template and the folder of its bundles. */
export type Assembly = { template: Template; folder: string }

// The same app as in the cloud; only the panel is served from where it was built.
const context = { stage: 'local', county: 'guannan', mailFrom: 'duban@duban.test', 'aws:cdk:disable-version-check': true }

/** The template and the bundles of the system as it would be deployed with these settings (`-c`). */
export async function synthesise(chosen: Record<string, string>, signal: AbortSignal, now: Date): Promise<Assembly> {
  const stack = readdirSync('cdk').filter((name) => name.endsWith('.ts') && name !== 'local.ts')
  const sources = [
    'functions',
    'shared',
    'package-lock.json',
    'tsconfig.json',
    'cdk/local/template.ts',
    ...stack.map((name) => join('cdk', name)),
  ]
  const synth = (folder: string) =>
    run('cdk/local/template.ts', [], signal, { CDK_OUTDIR: resolve(folder), CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...chosen }) })
  const folder = await made(['stack', ...Object.values(chosen)].join('-'), sources, synth, now)
  return { template: JSON.parse(readFileSync(join(folder, 'duban-local.template.json'), 'utf8')), folder: resolve(folder) }
}
