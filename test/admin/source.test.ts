import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Field } from '../../shared/definition/field.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const files = globSync('admin/**/*.{ts,tsx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** What takes something away in a source, by the name of its function: what a question runs once it is answered, and what anything else runs. */
function takingAway(source: string): { asked: string[]; unasked: string[] } {
  const text = source.replace(/'\/session', .*/g, '')
  const questions = text.match(/<Ask(edButton)?\b[\s\S]*?\/>/g) ?? []
  const beside = questions.reduce((left, question) => left.replace(question, ''), text)
  const doers = [...beside.matchAll(/'DELETE'|data\.delete\(/g)].map(({ index }) => {
    const [name = ''] =
      [...beside.slice(0, index).matchAll(/const (\w+) = (?:async\b|useMutation|\()|function (\w+)/g)].at(-1)?.slice(1).filter(Boolean) ??
      []
    return name
  })
  const isAsked = (name: string) => {
    const made = new RegExp(`const (\\w+) = ${name}\\(`).exec(beside)?.[1]
    const runs = new RegExp(`act=\\{[\\s\\S]*\\b${made ?? name}\\b`)
    const named = beside.match(new RegExp(`\\b${made ?? name}\\b`, 'g'))?.length
    return questions.some((question) => runs.test(question)) && named === 1
  }
  const within = questions.flatMap((question) => (/act=\{[\s\S]*('DELETE'|data\.delete\()/.test(question) ? ['act'] : []))
  return { asked: [...within, ...doers.filter(isAsked)], unasked: doers.filter((name) => !isAsked(name)) }
}

describe('the panel', () => {
  it('names no ledger', () => {
    // A ledger may bear the name of a kind of field; such a word says nothing about where it is used.
    const kinds: string[] = Field.options.map((kind) => kind.shape.kind.value)
    const keys = ledgers.map((ledger) => ledger.key).filter((key) => !kinds.includes(key))
    for (const { file, text } of files)
      for (const key of keys) expect(new RegExp(`['"\`/]${key}['"\`/?]`).test(text), `${key} in ${file}`).toBe(false)
  })

  it('takes icons one by one, and no fonts or scripts from elsewhere', () => {
    for (const { file, text } of files) {
      expect(text, file).not.toMatch(/from '@mui\/icons-material'/)
      expect(text, file).not.toMatch(/https?:\/\/(?!localhost)[a-z]/)
    }
    expect(readFileSync('admin/index.html', 'utf8')).not.toMatch(/<script(?![^>]*src=)|style=|https?:/)
  })

  it('has no file, of code or of words, too long to read', () => {
    const words = globSync('{shared,admin}/words/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    expect([...files, ...words].filter(({ text }) => text.split('\n').length > 251).map(({ file }) => file)).toEqual([])
  })

  it('leaves the year out of a day only where it is this year', () => {
    const short = files.flatMap(({ file, text }) =>
      [...text.matchAll(/\{[^{}]*year: 'auto'[^{}]*\}/g)].map(([options]) => ({ file, options })),
    )
    expect(short.length).toBeGreaterThan(10)
    expect(short.filter(({ options }) => !/\btoday[,\s}]/.test(options))).toEqual([])
  })

  it('names who acted once, though a deputy is his own office', () => {
    const words = globSync('shared/words/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    const both = /[oO]fficeName\([^`]*\)\} \$\{[\w.]*name\}|\$\{office(\.\w+)?\},? \$\{name\}|\$\{name\},? \$\{office(\.\w+)?\}/
    const twice = [...files, ...words].filter(({ text }) => both.test(text))
    expect(twice.map(({ file }) => file)).toEqual([])
  })

  it('takes nothing away without asking first', () => {
    const takes = files.filter(({ file }) => file.endsWith('.tsx')).map(({ file, text }) => ({ file, ...takingAway(text) }))
    expect(takes.flatMap(({ asked }) => asked).length).toBeGreaterThan(3)
    expect(takes.filter(({ unasked }) => unasked.length > 0)).toEqual([])
    const press = "const drop = async () => {\n  await request(path, { method: 'DELETE' })\n}\n"
    expect(takingAway(`${press}<Button onClick={() => void drop()} />\n<Ask act={other} />`).unasked).toEqual(['drop'])
    expect(takingAway(`${press}<Button onClick={drop} />\n<Ask act={drop} />`).unasked).toEqual(['drop'])
    expect(takingAway(`${press}<Ask act={drop} />`)).toEqual({ asked: ['drop'], unasked: [] })
  })

  it('tells the doubts of a step wherever one is taken, of one item or of many', () => {
    const forms = files.filter(({ file, text }) => file.endsWith('.tsx') && /data\.take\(|useTake\(/.test(text))
    expect(forms.length).toBeGreaterThan(3)
    expect(forms.filter(({ text }) => !text.includes('<Doubts')).map(({ file }) => file)).toEqual([])
  })

  it('asks for the day of a step in one way wherever one is taken or foreseen, of one item or of many', () => {
    const forms = files.filter(({ text }) => /<HappenedOn[^>]*act\.key/.test(text))
    expect(forms.length).toBeGreaterThan(2)
    expect(forms.filter(({ text }) => !text.includes('useDay(') || !/<HappenedOn[^>]* own=/.test(text)).map(({ file }) => file)).toEqual([])
    const foreseen = files.filter(({ file, text }) => file.endsWith('.tsx') && text.includes('foresee('))
    expect(foreseen.length).toBeGreaterThan(1)
    expect(foreseen.filter(({ text }) => !text.includes('useDay(')).map(({ file }) => file)).toEqual([])
    // What is told of no step: the form of something new, which has none yet, and the question itself.
    const told = files.filter(({ text }) => /[^p]happened\(/.test(text.replace(/function happened/, '')) && !text.includes('ownDay('))
    expect(told.map(({ file }) => file).sort()).toEqual(['admin/ledger/CreatePage.tsx', 'admin/ledger/form/HappenedOn.tsx'])
  })

  it('draws its tables by one component, but for a form in the shape of a table and a sheet as it stands in the file', () => {
    const drawn = files.filter(({ text }) =>
      /import \{[^}]*\bTable(Body|Cell|Row|Head|Footer|Container|SortLabel)?,?\s[^}]*\} from '@mui\/material'/.test(text),
    )
    expect(drawn.map(({ file }) => file).sort()).toEqual([
      'admin/import/SheetSeen.tsx',
      'admin/ledger/grid/GridRow.tsx',
      'admin/ledger/grid/GridTable.tsx',
      'admin/parts/DataTable.tsx',
    ])
  })

  it('asks the API by one hook, whose keys are the paths, so that nobody asks what another has asked already', () => {
    const layer = ['admin/api-lists.ts', 'admin/api.ts']
    // Beside it: whether a newer panel is there, and parts of this one that are fetched when they are wanted.
    const others = ['admin/frame/useUpdate.ts', 'admin/useModule.ts']
    const asking = files.filter(({ text }) => /\buse(Suspense)?(Infinite)?Quer(y|ies)\b/.test(text)).map(({ file }) => file)
    expect(asking.sort()).toEqual([...layer, ...others])
    expect(files.filter(({ file, text }) => others.includes(file) && text.includes('request(')).map(({ file }) => file)).toEqual([])
    // An item that was just answered is told to the framework, whose own keys those are.
    const keyed = files.filter(({ text }) => /(invalidate|remove|reset|refetch)Queries|setQuer|fetchQuer|queryKey: \[/.test(text))
    expect(keyed.map(({ file }) => file).sort()).toEqual([...layer, ...others, 'admin/ledger/useRecord.ts'].sort())
  })

  it('turns the telemetry of the framework off', () => {
    expect(files.some(({ text }) => /<CoreAdminUI[^>]*disableTelemetry/.test(text))).toBe(true)
  })

  it('uses nothing that Chrome 109, the last on Windows 7, does not have', () => {
    const shared = globSync('shared/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    const newer =
      /\.(toSorted|toReversed|toSpliced|isWellFormed)\(|\b(Map|Object)\.groupBy\(|\bArray\.fromAsync\(|\b(all|rows|list|items|values)\.with\(/
    for (const { file, text } of [...files, ...shared]) expect(newer.exec(text)?.[0], file).toBeUndefined()
  })

  it('picks no cell by being the first of its kind, without saying of which kind: a row has heads and cells', () => {
    for (const { file, text } of files) expect(text, file).not.toMatch(/[ >]:(first|last|nth|only)-of-type/)
  })

  it('writes days and numbers itself, whatever the browser’s language', () => {
    for (const { file, text } of files) expect(text, file).not.toMatch(/toLocale(Date|Time)?String|Intl\.(DateTime|Number)Format/)
  })
})
