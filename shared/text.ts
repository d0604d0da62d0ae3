const breaks = '\\n\\r\\u000b\\u000c\\u0085\\u2028\\u2029'
const broken = new RegExp(`\\r\\n?|[${breaks}]`, 'g')
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

/** Text that may have several lines: one kind of line end, no other control sign but the tab, no blanks at its ends. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replace(broken, '\n')
    .replace(invisible, '')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim()
}
