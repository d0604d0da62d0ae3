export type Place = { left: number; top: number }
export type Size = { width: number; height: number }

const STEP = 24
const MARGIN = 8
const pressed = 'a[href], button, input, select, textarea, label, summary, [role=button], [role=option], [role=menuitem], [role=combobox]'

/**
 * Where something of that size lies on nothing that one may want to press: as low as possible, in the middle before the sides. Where every place lies on
 * something, the lowest in the middle.
 */
export function placeFree({ width, height }: Size, room: Size, covers: (place: Place, size: Size) => boolean): Place {
  const sides = [(room.width - width) / 2, MARGIN * 3, room.width - width - MARGIN * 3].map((left) => Math.max(MARGIN, left))
  const lowest = room.height - height - STEP
  for (let top = lowest; top >= MARGIN; top -= STEP)
    for (const left of sides) if (!covers({ left, top }, { width, height })) return { left, top }
  return { left: sides[0] ?? MARGIN, top: lowest }
}

/** True where something that can be pressed lies under the place; `own` is what is to be placed. */
export function coversPressed(own: Element | null): (place: Place, size: Size) => boolean {
  return ({ left, top }, { width, height }) => {
    for (let y = top - MARGIN; y <= top + height + MARGIN; y += STEP / 2)
      for (let x = left - MARGIN; x <= left + width + MARGIN; x += STEP)
        if (document.elementsFromPoint(x, y).some((each) => !own?.contains(each) && each.closest(pressed) !== null)) return true
    return false
  }
}
