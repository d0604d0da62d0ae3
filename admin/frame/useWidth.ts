import { useSyncExternalStore } from 'react'

export type Width = 'phone' | 'tablet' | 'desk'

/**
 * How much room there is, measured in the person's own text size: at 特大 or at 200 % zoom a desk becomes a phone, so that nothing overlaps.
 * Thresholds 600 and 960 px at normal size.
 */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, measure)
}

/**
 * Whether the rows of a list stand in a table, which scrolls inside itself where it must; in less room than a small laptop's or an upright tablet's they
 * become cards.
 */
export function useTableRoom(): boolean {
  return useSyncExternalStore(subscribe, hasRoom)
}

const TABLE = 900
const hasRoom = (): boolean => window.innerWidth >= TABLE

function measure(): Width {
  const scale = Number(document.documentElement.dataset.size ?? 1)
  const width = window.innerWidth / scale
  return width < 600 ? 'phone' : width < 960 ? 'tablet' : 'desk'
}

function subscribe(changed: () => void): () => void {
  const watching = new MutationObserver(changed)
  watching.observe(document.documentElement, { attributeFilter: ['data-size'] })
  window.addEventListener('resize', changed)
  return () => {
    watching.disconnect()
    window.removeEventListener('resize', changed)
  }
}
