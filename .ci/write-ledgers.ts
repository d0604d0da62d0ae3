/** Writes shared/ledgers/index.ts: one line for each ledger file of that folder. Run by `npm run ledgers` after adding a file. */
import { readdirSync, writeFileSync } from 'node:fs'

const folder = new URL('../shared/ledgers/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
const nameOf = (file: string) => file.replace('.ts', '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const text = `// Written by \`npm run ledgers\`: one line for each file of this folder.
import type { Ledger } from '../definition/ledger.ts'
${files.map((file) => `import { ${nameOf(file)} } from './${file}'`).join('\n')}

/** Our own ledgers, in the order of their files. */
export const ledgers: Ledger[] = [${files.map(nameOf).join(', ')}]
`
writeFileSync(new URL('index.ts', folder), text)
