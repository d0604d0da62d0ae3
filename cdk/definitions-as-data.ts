import type { Plugin } from 'rolldown'

const data = 'ledgers.json'

/**
 * Our definitions as a file of JSON beside the bundle, of which each is parsed when it is first asked for: no compiler reads half a megabyte of text that is no
 * program, and a start that answers with one record takes one of some fifty.
 */
export const definitionsAsData: Plugin = {
  name: 'definitions as data',
  load: {
    filter: { id: /\bfunctions[\\/]shipped\.ts$/ },
    async handler(file) {
      const { shipped }: typeof import('../functions/shipped.ts') = await import(file)
      const { text, places } = inOneText([...shipped].map(([key, read]) => [key, JSON.stringify(read())]))
      this.emitFile({ type: 'asset', fileName: data, source: text })
      return `import { readFileSync } from 'node:fs'
const bytes = readFileSync(new URL('./${data}', import.meta.url))
const read = (from, to) => {
  let ledger
  return () => (ledger ??= JSON.parse(bytes.toString('utf8', from, to)))
}
export const shipped = new Map(${JSON.stringify(places)}.map(([key, from, to]) => [key, read(from, to)]))`
    },
  },
}

/** Texts of JSON as one list, and at which bytes each stands in it. */
function inOneText(texts: [key: string, text: string][]): { text: string; places: [key: string, from: number, to: number][] } {
  let at = 0
  const places = texts.map(([key, text]): [string, number, number] => {
    const from = at + 1
    at = from + Buffer.byteLength(text)
    return [key, from, at]
  })
  return { text: `[${texts.map(([, text]) => text).join()}]`, places }
}
