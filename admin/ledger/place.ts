/** Where somebody came from: the page of the list that was open, so that the record knows its neighbours and the way back keeps the filters. */
export type Place = { ids: { ledger: string; id: string }[]; from: number; total?: number; search: string }

const places = new Map<string, Place>()

export function rememberPlace(list: string, place: Place): void {
  places.set(list, place)
}

/** The address of the list as it was left. */
export function backTo(list: string): string {
  return `/${list}${places.get(list)?.search ?? ''}`
}

export type Neighbours = { at: number; of: number; previous?: string; next?: string }

/** The records before and after one in the list that was open last; undefined when it was not on it. */
export function neighbours(ledger: string, id: string): Neighbours | undefined {
  for (const place of [places.get(ledger), places.get('all')]) {
    const at = place?.ids.findIndex((each) => each.id === id) ?? -1
    if (!place || at === -1) continue
    const path = (each: Place['ids'][number] | undefined) => (each ? `/${each.ledger}/${each.id}/show` : undefined)
    const [previous, next] = [path(place.ids[at - 1]), path(place.ids[at + 1])]
    return {
      at: place.from + at,
      of: place.total ?? place.from + place.ids.length - 1,
      ...(previous ? { previous } : {}),
      ...(next ? { next } : {}),
    }
  }
  return undefined
}
