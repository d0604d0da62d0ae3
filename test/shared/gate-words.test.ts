import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { adviceOn, parseLedger } from '../../shared/definition/gate.ts'
import { gateSentence } from '../../shared/words/gate.ts'
import { exams } from './small-ledgers.ts'

const folder = 'shared/definition'
const files = [
  ...readdirSync(`${folder}/gate`).map((name) => `gate/${name}`),
  ...['gate', 'amend', 'way-out', 'names', 'field', 'ledger', 'due', 'paper', 'who', 'condition'].map((name) => `${name}.ts`),
]

/** The messages in a file: strings of several English words, what they name filled in. Labels begin with a capital. */
function messagesIn(file: string): string[] {
  const code = readFileSync(`${folder}/${file}`, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*(\/\/|import).*$/gm, '')
  const strings = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, template]) => plain ?? template ?? '')
  return strings
    .filter((text) => /^[a-z@$]/.test(text) && !/[\u4e00-\u9fff]/.test(text) && /[a-z}] [a-z$]/.test(text))
    .filter((text) => /[a-z]{2}/.test(text.replace(/\$\{[^}]*\}+/g, '')))
    .map((text) => text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x1'))
}

const messages = [...new Set(files.flatMap(messagesIn))]

test('there are many', () => expect(messages.length).toBeGreaterThan(110))

describe('what the gate says', () => {
  test.each(messages)('%s', (message) => {
    // Some are told of a field, whose name comes first.
    const said = gateSentence(message) ?? gateSentence(`x1 ${message}`)
    expect(said).not.toBeNull()
    expect(said?.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(said?.en).toMatch(/^[A-Z“@].*\.$/)
    expect(`${said?.zh}${said?.en}`).not.toMatch(/\{\d\}/)
    for (const name of message.match(/x1/g) ?? []) expect([said?.zh, said?.en].every((text) => text?.includes(name))).toBe(true)
  })
})

test('every fault that a broken definition has is a sentence', () => {
  const broken = {
    ...exams,
    initial: 'nowhere',
    fields: { ...exams.fields, when: { kind: 'text', label: { zh: '何时', en: 'When' }, from: '@gone.day' } },
  }
  const parsed = parseLedger(JSON.parse(JSON.stringify(broken)))
  const faults = 'faults' in parsed ? parsed.faults : []
  expect(faults.length).toBeGreaterThan(1)
  expect([...faults, ...adviceOn(exams)].filter(({ message }) => gateSentence(message) === null)).toEqual([])
})
