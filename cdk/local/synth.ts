import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.ts'
import { run } from './run.ts'

export type Resource = { Type: string; Properties?: Record<string, unknown>; Metadata?: Record<string, unknown> }
export type Template = { Resources: Record<string, Resource> }

// The same app as in the cloud; only the panel is served from where it was built.
const context = { stage: 'local', county: 'guannan', mailFrom: 'duban@duban.test' }

/** The template and the bundles of the system as it would be deployed; made again only when a source of theirs changed. */
export async function synthesise(folder: string, origin: string, signal: AbortSignal): Promise<Template> {
  const sources = readdirSync('cdk').filter((name) => name.endsWith('.ts'))
  const mark =
    fingerprint('functions', 'shared', 'package-lock.json', 'tsconfig.json', ...sources.map((name) => join('cdk', name))) + origin
  const marked = join(folder, 'made-from')
  if (!existsSync(marked) || readFileSync(marked, 'utf8') !== mark) {
    rmSync(folder, { recursive: true, force: true })
    const given = { ...context, origin, 'aws:cdk:disable-version-check': true }
    await run('cdk/local/template.ts', [], signal, { CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(given) })
    writeFileSync(marked, mark)
  }
  return JSON.parse(readFileSync(join(folder, 'duban-local.template.json'), 'utf8'))
}
