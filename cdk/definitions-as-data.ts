import type { Plugin } from 'rolldown'

const data = 'ledgers.json'

/**
 * Our definitions as a file of JSON beside the bundle: parsing that takes a start a third of what reading and running their files does, and no compiler
 * reads half a megabyte of text that is no program.
 */
export const definitionsAsData: Plugin = {
  name: 'definitions as data',
  load: {
    filter: { id: /\bshared[\\/]ledgers[\\/]index\.ts$/ },
    async handler(file) {
      const { ledgers } = await import(file)
      this.emitFile({ type: 'asset', fileName: data, source: JSON.stringify(ledgers) })
      return `import { readFileSync } from 'node:fs'
export const ledgers = JSON.parse(readFileSync(new URL('./${data}', import.meta.url), 'utf8'))`
    },
  },
}
