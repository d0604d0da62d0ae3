import { globSync, readFileSync } from 'node:fs'
import englishMessages from 'ra-language-english'
import { describe, expect, it, test } from 'vitest'
import { actZh } from '../../admin/words/act.ts'
import { actEn } from '../../admin/words/act-en.ts'
import { panelZh } from '../../admin/words/panel.ts'
import { panelEn } from '../../admin/words/panel-en.ts'
import { frameworkZh } from '../../admin/words/ra.ts'
import { frameworkEn } from '../../admin/words/ra-en.ts'
import { systemGroups } from '../../shared/definition/systems.ts'

/** Every sentence by its path; a function is called with a stand-in for each thing to fill in. */
function sentences(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const here = `${path}${key}`
    if (typeof value === 'string') found.set(here, value)
    else if (typeof value === 'function') found.set(here, String(value(...Array.from({ length: value.length }, (_, at) => String(at + 3)))))
    else for (const [deeper, text] of sentences(value as object, `${here}.`)) found.set(deeper, text)
  }
  return found
}

const pairs: [string, object, object][] = [
  ['panel', panelZh, panelEn],
  ['act', actZh, actEn],
  ['framework', frameworkZh, frameworkEn],
]

describe.each(pairs)('the words of the %s', (_, zh, en) => {
  const [chinese, english] = [sentences(zh), sentences(en)]

  it('are the same ones in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('leave nothing blank and nothing unfilled', () => {
    for (const [key, text] of [...chinese, ...english]) {
      expect(text, key).not.toMatch(/undefined|\[object|NaN/)
      if (!key.endsWith('boolean.null')) expect(text.trim(), key).not.toBe('')
    }
  })

  it('are Chinese in Chinese and hold none in English', () => {
    for (const [key, text] of english) if (key !== 'sign.language') expect(text, key).not.toMatch(/\p{Script=Han}/u)
    const foreign = [...chinese].filter(([key, text]) => /[a-z]{2}/.test(text.replace(/%\{\w+\}/g, '')) && key !== 'sign.language')
    expect(foreign.filter(([, text]) => !/Excel|CSV|JavaScript|WPS|MB/.test(text))).toEqual([])
  })

  it('do not exclaim', () => {
    for (const [key, text] of [...chinese, ...english])
      expect(text.replace('- ! #', '').replace('－ ！ #', '').replace('- ！ #', ''), key).not.toMatch(/[!！]/)
  })
})

describe('the messages of the framework', () => {
  it('are all translated, with the same things to fill in', () => {
    const theirs = sentences(englishMessages)
    for (const ours of [frameworkZh, frameworkEn]) {
      const known = sentences(ours)
      expect([...known.keys()].sort()).toEqual([...theirs.keys()].sort())
      for (const [key, text] of known) {
        const asked: string[] = text.match(/%\{\w+\}/g) ?? []
        for (const name of asked) expect(theirs.get(key), `${key} ${name}`).toContain(name.slice(0, -1))
      }
    }
  })
})

describe('the systems', () => {
  it('are seventeen and what runs across them, each once', () => {
    const numbers = systemGroups.flatMap((group) => group.systems.map((system) => system.number))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1))
  })
})

describe('one word for one act', () => {
  it('holds for the words of every page', () => {
    const texts = globSync('{shared,admin}/words/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    for (const never of ['撤消', '登陆', '帐号', '帐户', '确定', '点击']) expect(texts, never).not.toContain(never)
  })
})

/** What sentences fill in as words: names, kinds of things, days as they are said. Everything else is figures or Latin letters. */
const wordy =
  /^(name|names|who|whose|here|reader|owner|day|date|from|to|since|first|start|end|office|ledger|field|duty|item|state|step|act|title|what|like|township|sitting|personAt.*|write(Day|Rest).*)$/
/** In these files such a name is a file's, which ends in Latin letters, or a day in figures, as a cell has it; or from and to are counts. */
const latin = /\/(act|scan|rows|cells)\.ts: (\$\{(name|day)\} | \$\{(name|day)\})$|\/(items|county)\.ts: {2}\$\{(from|to)\}$/

test('a space in a Chinese sentence stands beside figures and Latin letters alone, never beside a name, a day or another word', () => {
  const sign = '[\\p{Script=Han}，。：；、（）]'
  const spaced = new RegExp(`(?<=${sign}) \\$\\{([^{}]*)\\}|\\$\\{([^{}]*)\\} (?=${sign})|\\p{Script=Han} \\p{Script=Han}`, 'gu')
  const faults = globSync(['{shared,admin}/words/**/*.ts', 'shared/engine/*.ts']).flatMap((file) => {
    // Subjects of mails begin with their sender; the button of the sign-in page is spaced out.
    const text = readFileSync(file, 'utf8').replace(/^\s*(\/\*\*|\*|\/\/).*$|督办 (?=\p{Script=Han}|\$)|登 录|督办提醒 /gmu, '')
    return [...text.matchAll(spaced)].flatMap(([told, after, before]) => {
      const name = (after ?? before)?.replace(/\.zh$/, '')
      return name !== undefined && !wordy.test(name) ? [] : [`${file}: ${told}`]
    })
  })
  expect(faults.filter((fault) => !latin.test(fault))).toEqual([])
})

test('Chinese sentences quote with “ ”, but for what a program is to be sent', () => {
  const quoting = globSync(['{shared,admin}/words/**/*.ts', 'shared/**/*.ts']).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.replace(/^\s*(\/\*\*|\*|\/\/).*/, '').replace(/\{".*"?\}|If-Match .* "3"/, ''))
      .flatMap((line) =>
        /[\p{Script=Han}，。、：]"|"\p{Script=Han}|\p{Script=Han}.*"\$\{|"\$\{.*\p{Script=Han}/u.test(line)
          ? [`${file}: ${line.trim()}`]
          : [],
      ),
  )
  expect(quoting).toEqual([])
})
