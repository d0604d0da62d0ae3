/** A cell of a table as one of a workbook: numbers and rates can be reckoned with, a dash is nothing, the rest stays text. */
export function cellOf(text: string): { value?: string | number; type?: typeof String | typeof Number; format?: string } {
  if (text === '' || text === '—') return {}
  if (/^[−-]?[\d,]+(\.\d+)?$/.test(text)) return { type: Number, value: number(text) }
  if (/^[\d,]+(\.\d+)?%$/.test(text)) return { type: Number, value: Math.round(number(text.slice(0, -1)) * 10) / 1000, format: '0.0%' }
  return { type: String, value: text }
}

const number = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'))
