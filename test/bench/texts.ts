/** Words of two signs that people write of most; behind them as many others as a register of a county comes to. */
const plain = '学校道路路灯校车维修河道清淤排水管网医院床位养老服务垃圾清运照明充电停车公交线路农田灌溉'
const SEEN = 6000
const vocabulary = [
  ...Array.from({ length: plain.length / 2 }, (_, at) => plain.slice(at * 2, at * 2 + 2)),
  ...Array.from({ length: SEEN }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 2500), 0x4e00 + ((at * 104_729) % 2500))),
]

/** A text of so many signs, the same for the same seed: words come as often as their rank tells, as they do in what people write. */
export function textOf(seed: number, length: number): string {
  let out = ''
  for (let state = (seed * 2_654_435_761 + 12_345) >>> 0; out.length < length; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    out += vocabulary[Math.floor(vocabulary.length ** (state / 2 ** 32)) - 1] ?? '路灯'
  }
  return out.slice(0, length)
}
