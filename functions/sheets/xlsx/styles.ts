import { readXml } from './xml.ts'

/** The number format of each style that a cell may have. */
export function formatsOf(part: Buffer | undefined): (string | undefined)[] {
  const own = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  if (part)
    readXml(part, {
      open(name, attributes) {
        if (name === 'numFmt' && attributes.formatCode !== undefined) own.set(Number(attributes.numFmtId), attributes.formatCode)
        else if (name === 'cellXfs') inCells = true
        else if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0))
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
  return ids.map((id) => own.get(id) ?? builtIn[id])
}

const [month, monthDay, day] = ['yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"']
const [minute, second] = ['h"时"mm"分"', 'h"时"mm"分"ss"秒"']
/** Formats that have a number only (ECMA-376 part 1, 18.8.30), 27 to 36 and 50 to 58 as Chinese editions show them. */
const builtIn: { [id: number]: string } = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: month,
  28: monthDay,
  29: monthDay,
  30: 'm-d-yy',
  31: day,
  32: minute,
  33: second,
  34: minute,
  35: second,
  36: month,
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '0.0E+0',
  49: '@',
  50: month,
  51: monthDay,
  52: month,
  53: monthDay,
  54: monthDay,
  55: minute,
  56: second,
  57: month,
  58: monthDay,
}
