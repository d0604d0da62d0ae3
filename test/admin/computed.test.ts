import { expect, test } from 'vitest'
import { fieldText } from '../../admin/fields/kinds.tsx'
import { panelZh } from '../../admin/words/panel.ts'
import { panelEn } from '../../admin/words/panel-en.ts'
import { optionsOf } from '../../shared/definition/options.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { written } from '../../shared/papers/written.ts'

const names = { offices: [], person: () => undefined, file: () => undefined, record: () => undefined }

test('what is computed out of a few is told by its label and by no key, on pages and on papers, in every ledger', () => {
  const told = ledgers.flatMap(({ key, fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'computed'
        ? Object.entries(optionsOf(field, fields) ?? {}).map(([option, label]) => ({
            path: `${key}.${name}.${option}`,
            zh: fieldText(field, option, { lang: 'zh', words: panelZh, offices: [], today: '2026-03-02', fields } as never),
            en: fieldText(field, option, { lang: 'en', words: panelEn, offices: [], today: '2026-03-02', fields } as never),
            paper: written(field, fields, option, names),
            label,
          }))
        : [],
    ),
  )
  expect(told.length).toBeGreaterThan(20)
  for (const { path, label, ...said } of told) {
    expect(said, path).toEqual({ ...label, paper: label.zh })
    expect(label.zh, path).toMatch(/\p{Script=Han}/u)
  }
})
