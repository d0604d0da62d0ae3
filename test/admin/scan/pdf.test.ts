import { describe, expect, test } from 'vitest'
import { isPdf, jpegsIn } from '../../../admin/scan/pdf.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)))
const photograph = (mark: number) => [0xff, 0xd8, 0xff, 0xe0, mark, 0x0d, 0x0a, 0xff, 0xd9]
const object = (filter: string, data: number[], end = '\r\n') =>
  bytes(
    `5 0 obj\n<< /Type /XObject /Subtype /Image /Filter ${filter} /Length ${data.length} >>\nstream${end}`,
    data,
    '\nendstream\nendobj\n',
  )
const pdf = (...objects: Uint8Array[]) => bytes('%PDF-1.4\n', ...objects.map((each) => [...each]), '%%EOF')

describe('the photographs in a scanned PDF', () => {
  test('are each page’s, in their order, as they came from the camera', () => {
    const found = jpegsIn(pdf(object('/DCTDecode', photograph(1)), object('[ /DCTDecode ]', photograph(2), '\n')))
    expect(found.map((each) => [...each.slice(0, 9)])).toEqual([photograph(1), photograph(2)])
  })

  test('are nothing else that a page is drawn from', () => {
    const fax = object('/CCITTFaxDecode', photograph(1))
    const packed = object('[/FlateDecode /DCTDecode]', photograph(2))
    const text = object('/FlateDecode', [1, 2, 3])
    expect(jpegsIn(pdf(fax, packed, text))).toEqual([])
    expect(jpegsIn(bytes('%PDF-1.4 stream without an end'))).toEqual([])
  })

  test('are looked for in a PDF only', () => {
    expect([isPdf(pdf()), isPdf(Uint8Array.from(photograph(1)))]).toEqual([true, false])
  })
})
