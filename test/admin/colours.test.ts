import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lampColours } from '../../admin/parts/lamp-colours.ts'
import { dark, light, rateBar } from '../../admin/tokens.ts'

const files = globSync('admin/**/*.{ts,tsx,css,html}').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const home = 'admin/parts/lamp-colours.ts'

describe('the lamps’ colours', () => {
  const all = Object.values(lampColours).flatMap((lamps) => Object.values(lamps).flatMap(({ ink, ground }) => [ink, ground]))

  it('stand in one file', () => {
    for (const { file, text } of files) {
      if (file === home) continue
      for (const colour of all) expect(text.toUpperCase().includes(colour), `${colour} in ${file}`).toBe(false)
    }
  })

  it('are drawn by the lamp alone', () => {
    const users = files.filter(({ text }) => /from '[./]*lamp-colours\.ts'|parts\/lamp-colours\.ts'/.test(text)).map(({ file }) => file)
    expect(users).toEqual(['admin/parts/Lamp.tsx'])
  })

  it('are no colour of the theme', () => {
    for (const token of [...Object.values(light), ...Object.values(dark), rateBar]) expect(all).not.toContain(token.toUpperCase())
  })

  it('can be read on their ground, and so can every text of the theme', () => {
    const pairs = [
      ...Object.values(lampColours).flatMap((lamps) => Object.values(lamps).map(({ ink, ground }) => [ink, ground])),
      ...[light, dark].flatMap((t) => [
        [t.text, t.paper],
        [t.text, t.background],
        [t.secondary, t.paper],
        [t.secondary, t.background],
        [t.primary, t.paper],
        [t.primary, t.soft],
        [t.plum, t.paper],
        [t.plum, t.plumSoft],
        [t.onPrimary, t.primary],
      ]),
    ]
    for (const [ink = '', ground = ''] of pairs) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const t of [light, dark]) expect(contrast(t.control, t.paper)).toBeGreaterThanOrEqual(3)
  })
})

describe('a colour', () => {
  it('is named in the tokens, on paper or in the lamps, and nowhere else', () => {
    const homes = [home, 'admin/tokens.ts', 'admin/theme.ts', 'admin/public/first.css']
    for (const { file, text } of files.filter((each) => !homes.includes(each.file))) {
      expect(
        (text.match(/#[0-9a-fA-F]{3,8}\b/g) ?? []).filter((colour) => !['#000', '#fff', '#0001'].includes(colour.toLowerCase())),
        file,
      ).toEqual([])
    }
  })
})

/** WCAG 2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
