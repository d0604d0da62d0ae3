import fastCheck from 'fast-check'
import { expect, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A seed of this run alone, for the second go of every property. */
    seed: number
  }
}

type Runner = 'assert' | 'check' | 'sample' | 'statistics' | 'property' | 'asyncProperty' | 'configureGlobal' | 'default'
/** Arbitrary values of every kind. What runs them is not among them: every property goes through `holds`, so that it can be run again. */
export const fc: Omit<typeof fastCheck, Runner> = fastCheck
export type Arbitrary<T> = fastCheck.Arbitrary<T>

const FIXED = 20261128

/** How often a property runs; values that are always tried; how many may be passed over (`fc.pre`) for one that counts. */
export type Runs<Ts> = { runs?: number; examples?: Ts[]; skips?: number }

/**
 * A property: `claim` must hold for whatever the arbitraries give. The run on a fixed seed decides; a second one, on a seed of its own, reddens nothing
 * and says how to repeat what it found. With `PROPERTY_SEED` (and `PROPERTY_PATH`) in the environment there is one run, on that seed, and it decides.
 */
export async function holds<Ts extends [unknown, ...unknown[]]>(
  given: { [K in keyof Ts]: Arbitrary<Ts[K]> },
  claim: (...values: Ts) => unknown,
  runs: Runs<Ts> = {},
): Promise<void> {
  const asked = process.env.PROPERTY_SEED
  const found = await fault(given, claim, runs, asked === undefined ? FIXED : Number(asked), process.env.PROPERTY_PATH)
  if (found) throw new Error(found.told, { cause: found.error })
  const chance = asked === undefined && (await fault(given, claim, runs, inject('seed')))
  if (chance) console.warn(`Found by chance, and not counted as a failure:\n${chance.told}\n${chance.error}`)
}

async function fault<Ts extends [unknown, ...unknown[]]>(
  given: { [K in keyof Ts]: Arbitrary<Ts[K]> },
  claim: (...values: Ts) => unknown,
  { runs = 100, examples = [], skips = 100 }: Runs<Ts>,
  seed: number,
  path?: string,
): Promise<{ told: string; error: unknown } | null> {
  const judge = async (...values: Ts) => {
    await claim(...values)
  }
  const property = fastCheck.asyncProperty<Ts>(...given, judge)
  const run = await fastCheck.check(property, {
    numRuns: runs,
    examples,
    maxSkipsPerRun: skips,
    seed,
    ...(path === undefined ? {} : { path }),
  })
  if (!run.failed) return null
  return {
    told: [fastCheck.defaultReportMessage(run), `Run it again:\n${again(run.seed, run.counterexamplePath)}`].join('\n\n'),
    error: run.errorInstance,
  }
}

/** The command that repeats a finding. */
function again(seed: number, path: string | null): string {
  const { currentTestName = '', testPath = '' } = expect.getState()
  const file = testPath.replace(`${process.cwd()}/`, '')
  const name = currentTestName
    .split(' > ')
    .at(-1)
    ?.replace(/[$()*+.?[\\\]^{|}]/g, '.')
  return `PROPERTY_SEED=${seed} PROPERTY_PATH=${path ?? ''} npx vitest run ${file} -t '${name?.replaceAll("'", '.')}'`
}
