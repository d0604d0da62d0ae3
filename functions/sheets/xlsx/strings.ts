import { readXml } from './xml.ts'

/** The texts that cells share, in their order. What stands over signs to say how they are read (`rPh`) is no part of a text. */
export function sharedStrings(part: Buffer | undefined): string[] {
  const found: string[] = []
  let inText = false
  let over = false
  let text = ''
  if (part)
    readXml(part, {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') over = true
        inText = name === 't' && !over
      },
      text(piece) {
        if (inText) text += piece
      },
      close(name) {
        inText = false
        if (name === 'rPh') over = false
        if (name === 'si') found.push(plainText(text))
      },
    })
  return found
}

/** Signs that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function plainText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text
}
