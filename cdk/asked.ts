import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What a command was given; an option that it does not know, or that lacks its value, is told by a sentence, and ends it. */
export function asked<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config)
  } catch (error) {
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`)
    console.error(`${(error as Error).message.split('. ')[0]}. Known are ${known.join(', ')}`)
    process.exit(1)
  }
}
