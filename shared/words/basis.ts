import type { Label } from '../names.ts'

/** Of a basis that tells of a day that is named and of one for where none is, the way by which this day came: 按检查方案的期限, else 本县设定十个工作日. */
export function basisBy({ zh, en }: Label, named: boolean): Label {
  const way = (text: string, mark: string) => {
    const [one = text, ...other] = text.split(mark)
    return named || other.length === 0 ? one : other.join(mark)
  }
  return { zh: way(zh, '；没有写明的，'), en: way(en, ', else ') }
}
