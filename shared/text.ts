const invisible = /[\ufeff\u200b]/g

/**
 * Text of one line: every run of line breaks, tabs and control signs is one blank, with none at its ends. What reaches a header, a list's line, a file's
 * name or a mail's subject goes through here.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(/\s*[\p{Cc}\p{Zl}\p{Zp}][\s\p{Cc}]*/gu, ' ')
    .trim()
}

/** Signs that turn the direction of what follows: by them `fdp.exe` reads `exe.pdf`. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The name of a file: one line, which reads as it is written. */
export function fileName(text: string): string {
  return oneLine(text.replace(turning, ''))
}

/** Text that may have several lines: one kind of line end, no marks without width, no blanks at its ends; other control signs become U+FFFD, not nothing. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '\ufffd')
    .trim()
}
