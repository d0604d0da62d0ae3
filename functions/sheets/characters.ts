/** The most UTF-16 units that a cell of a workbook holds. */
export const mostInCell = 32_767

// XML 1.0 §2.2 has no place for most control signs, halves of surrogate pairs, U+FFFE and U+FFFF; the writer drops these, the other signs that the
// standard discourages, and U+FFFD with them. `_x000D_` in a text would be read as the sign that it names.
const unheld = /(?![\t\n])\p{Cc}|[\p{Noncharacter_Code_Point}\ufffd]|_(?=x[0-9A-Fa-f]{4}_)/gu
// A text file with these is taken for no text at all.
const control = /(?![\t\n\r])\p{Cc}/gu

/** A text as the XML of a workbook can hold it: what XML cannot is written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), which every spreadsheet reads
 * as the sign again; halves of surrogate pairs become U+FFFD. Nothing is left out. */
export function asCell(text: string): string {
  const held = text.toWellFormed().replace(unheld, inHex)
  // The writer keeps texts in an object and trips over the names that every object has: `constructor`.
  return held in {} ? inHex(held.slice(0, 1)) + held.slice(1) : held
}

/** A text as a text file can hold it: control signs and halves of surrogate pairs become U+FFFD. */
export function asLine(text: string): string {
  return text.toWellFormed().replace(control, '\ufffd')
}

function inHex(sign: string): string {
  const units = sign.split('').map((unit) => unit.charCodeAt(0).toString(16).toUpperCase())
  return units.map((unit) => `_x${unit.padStart(4, '0')}_`).join('')
}
