import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Stack } from './deploy.ts'
import { type LocalFunction, pool } from './pool.ts'
import { functionName, region } from './resolve.ts'
import { account } from './signature.ts'
import type { Assembly } from './synth.ts'
import { plainEnv } from './worker.ts'

type Declared = {
  Code: { S3Key: string }
  Environment?: { Variables?: Record<string, string> }
  Handler: string
  Timeout: number
  MemorySize: number
  Role: string
}
/** Addresses of the parts as a function of that role sees them. */
export type Surroundings = (role: string) => Record<string, string>

const DAY = 86_400

/** Every function of the template, by logical id, run from the bundle that would be deployed; `unhurried`: for as long as it takes. */
export async function functions(
  stack: Stack,
  assembly: Assembly,
  folder: string,
  surroundings: Surroundings,
  unhurried = false,
): Promise<Map<string, LocalFunction>> {
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const found = new Map<string, LocalFunction>()
  for (const [id, properties] of await stack.of('AWS::Lambda::Function')) {
    const { Code, Environment, Handler, Timeout, MemorySize, Role } = properties as unknown as Declared
    const [file] = Handler.split('.')
    // The assembly lies beside: an asset's key in the cloud is its folder's name here.
    const asset = `asset.${Code.S3Key.replace(/\.zip$/, '')}`
    const env = {
      ...plainEnv(),
      ...Environment?.Variables,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: account.accessKeyId,
      AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
      AWS_LAMBDA_FUNCTION_NAME: functionName(id),
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      ...surroundings(Role),
    }
    const log = createWriteStream(join(folder, 'logs', `${id}.log`), { flags: 'a' })
    const bundle = join(assembly.folder, asset, `${file}.mjs`)
    found.set(id, pool({ name: id, bundle, env, seconds: unhurried ? DAY : Timeout, memory: MemorySize, log }, 3))
  }
  return found
}

/** The function that an ARN names. */
export function byArn(all: Map<string, LocalFunction>, arn: unknown): LocalFunction {
  const found = byName(all, String(arn).split(':').pop() ?? '')
  if (!found) throw new Error(`The template has no function ${arn}`)
  return found
}

/** The function that Lambda calls so, if there is one. */
export function byName(all: Map<string, LocalFunction>, name: string): LocalFunction | undefined {
  return [...all].find(([id]) => functionName(id) === name)?.[1]
}
