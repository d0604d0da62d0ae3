import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { calls, dynamo, files, mail, type Parts, people } from './platform.ts'
import { type Noted, needless, type Roles, rolesOfTemplate } from './roles/roles.ts'

declare module 'vitest' {
  interface ProvidedContext {
    parts: Omit<Parts, 'dynamo'> & { dynamos: string[] }
    /** What each door may do, and the file in which is noted what it did. */
    watched: { roles: Roles; notes: string }
    /** Whether everything is gone through (breadth.ts). */
    wide: boolean
  }
}

// Once per project: real parts for its tests, thrown away afterwards.
export default async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  const roles = await rolesOfTemplate(new Date())
  const notes = join(mkdtempSync(join(tmpdir(), 'duban-notes-')), 'calls.jsonl')
  writeFileSync(notes, '')
  const isWide = project.name === 'wide'
  project.provide('wide', isWide)
  project.provide('watched', { roles, notes })
  const parts = await Promise.all([mail(), people(), files(), calls(), ...databases(project)])
  const [post = '', pool = '', store = '', queue = '', ...dynamos] = parts.map((part) => part.endpoint)
  project.provide('parts', { dynamos, mail: post, people: pool, files: store, calls: queue })
  return async () => {
    await Promise.all(parts.map((part) => part.stop()))
    const calls = [...new Set(readFileSync(notes, 'utf8').split('\n'))].flatMap((line) => (line ? [JSON.parse(line) as Noted] : []))
    if (process.env.KEEP_CALLS) writeFileSync(process.env.KEEP_CALLS, readFileSync(notes), { flag: 'a' })
    rmSync(notes)
    if (!isWide && (await isWhole(project))) tell(needless(roles, calls))
  }
}

/** A database for each worker. */
const databases = ({ vitest }: TestProject) => Array.from({ length: Number(vitest.config.maxWorkers) || 1 }, () => dynamo())

/** Whether every file of the project ran: of a part of them nothing can be concluded. */
async function isWhole(project: TestProject): Promise<boolean> {
  const ran = project.vitest.state.getFiles().filter(({ projectName }) => projectName === project.name)
  return ran.length > 0 && ran.length === (await project.globTestFiles()).testFiles.length
}

function tell(rights: string[]): void {
  if (rights.length === 0) return
  process.stderr.write(`\nRights that no test needs: take them away in cdk/rights.ts, or test what needs them.\n${rights.join('\n')}\n`)
  process.exitCode = 1
}
