import { vi } from 'vitest'

// Before each file of tests: nothing gives up because a machine is slow, and nothing of the file before is left. One process runs many files, so that what comes
// from npm is loaded once, which is most of what a file costs before its first test; every module of ours begins anew, and so do the environment and the clock.

type Kept = typeof globalThis & { environment?: NodeJS.ProcessEnv }

const kept = globalThis as Kept
const given = kept.environment ?? { ...process.env }
kept.environment = given
for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name]
Object.assign(process.env, given)
vi.useRealTimers()
AbortSignal.timeout = () => new AbortController().signal
vi.resetModules()
