import { expect, test } from 'vitest'
import { type Place, placeFree, type Size } from '../../admin/frame/place-free.ts'

const room = { width: 1366, height: 768 }
const toast = { width: 400, height: 48 }
type Box = { x: number; y: number; w: number; h: number }
const lying =
  (boxes: Box[]) =>
  ({ left, top }: Place, { width, height }: Size) =>
    boxes.some(({ x, y, w, h }) => x < left + width && left < x + w && y < top + height && top < y + h)

test('a message stands low in the middle, and elsewhere where that lies on a button', () => {
  expect(placeFree(toast, room, lying([]))).toEqual({ left: 483, top: 696 })
  const bar = { x: 480, y: 700, w: 200, h: 40 }
  const beside = placeFree(toast, room, lying([bar]))
  expect([beside.top, lying([bar])(beside, toast)]).toEqual([696, false])
  const across = { x: 0, y: 690, w: 1366, h: 78 }
  expect(placeFree(toast, room, lying([across])).top).toBeLessThanOrEqual(690 - 48)
})

test('where everything can be pressed it stands where one looks for it', () => {
  expect(placeFree(toast, room, () => true)).toEqual({ left: 483, top: 696 })
})
