import type { Column, Field } from '../shared/definition/field.ts'
import type { Ledger } from '../shared/definition/ledger.ts'

/** As many as sign a bill. */
const signatories = ['张桂兰', ...[...'乙丙丁戊己庚辛壬癸'].map((each) => `王${each}`)]

/** Good values for a field, one for each way that a condition could tell apart; the first is the plainest. `today` anchors days. */
export function samples(field: Field | Column, today: string, tomorrow: string): unknown[] {
  switch (field.kind) {
    case 'text':
      return ['文字']
    case 'number':
      return [...new Set([field.min ?? 1, 60, 59, 2, field.max ?? 100].filter((n) => n >= (field.min ?? n) && n <= (field.max ?? n)))]
    case 'date':
      if (field.past) return [today, '2020-01-02']
      return field.none ? [tomorrow, today, 'none'] : [tomorrow, today, '2020-01-02']
    case 'yesno':
      return [true, false]
    case 'choice':
      return Object.keys(field.options)
    case 'choices':
      return Object.keys(field.options).map((option) => [option])
    case 'office':
      return { unit: ['water', 'urban'], township: ['xinan', 'bailu'], county: ['county'] }[field.of]
    case 'offices':
      return [{ unit: ['urban', 'housing'], township: ['xinan', 'bailu'], county: ['county'] }[field.of]]
    case 'person':
      return [{ unit: 'p-water', township: 'p-xinan', county: 'p-county' }[field.of]]
    case 'deputies':
      return field.max === undefined || field.max >= 10 ? [['张桂兰'], signatories] : [['张桂兰']]
    case 'names':
      return [['甲', '乙', '丙']]
    case 'records':
      return [[field.of ? 'r9' : 'suggestions/r9']]
    case 'query':
      return ['suggestions?year=2026']
    case 'files':
      return [['f1']]
    case 'items':
      return [
        [1, 2]
          .slice(0, Math.max(1, field.min ?? 1))
          .map(() => Object.fromEntries(Object.entries(field.columns).map(([key, column]) => [key, samples(column, today, tomorrow)[0]]))),
      ]
    case 'ballot': {
      const options = Object.keys(field.options)
      return options.map((winner) => {
        const counts = Object.fromEntries(options.map((option) => [option, option === winner ? 28 : 0]))
        return { all: 30, present: 28, issued: 28, collected: 28, valid: 28, ...counts }
      })
    }
    case 'poll': {
      const counts = { all: 30, present: 28, issued: 28, collected: 28, valid: 28 }
      const votes = (...each: [string, number][]) => ({ ...counts, rows: each.map(([id, yes]) => ({ id, for: yes })) })
      return [votes(['c1', 20], ['c2', 5], ['c3', 2]), votes(['c1', 20], ['c2', 16], ['c3', 16]), votes(['c2', 17], ['c3', 3])]
    }
    case 'computed':
      return []
  }
}

/** The fields of a ledger, as far as its steps do not wait: a day that one waits for has come. */
export function come({ fields, transitions }: Ledger): Ledger['fields'] {
  const waited = new Set(Object.values(transitions).map(({ notBefore }) => notBefore?.slice(1)))
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      field.kind === 'date' && waited.has(key) ? { ...field, past: true as const } : field,
    ]),
  )
}

/** What can be given to a set of asked fields: the plainest, then each field that matters varied on its own, and every pair of choices. */
export function givens(
  asks: string[],
  fields: Record<string, Field>,
  today: string,
  tomorrow: string,
  matters: (key: string) => boolean = () => true,
): Record<string, unknown>[] {
  const keys = asks.map((ask) => ask.replace('?', '')).filter((key) => fields[key] && fields[key].kind !== 'computed')
  const options = keys.map((key) => [key, samples(fields[key] as Field, today, tomorrow)] as const)
  const plain = Object.fromEntries(options.map(([key, values]) => [key, values[0]]))
  const telling = options.filter(([key]) => matters(key))
  const varied = telling.flatMap(([key, values]) => values.slice(1).map((value) => ({ ...plain, [key]: value })))
  const pairs = telling.flatMap(([a, as], at) =>
    telling.slice(at + 1).flatMap(([b, bs]) => as.slice(1).flatMap((x) => bs.slice(1).map((y) => ({ ...plain, [a]: x, [b]: y })))),
  )
  const bare = Object.fromEntries(Object.entries(plain).filter(([key]) => asks.includes(key)))
  return [plain, ...varied, ...pairs.slice(0, 40), bare]
}
