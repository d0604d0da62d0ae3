let show: (() => void) | null = null

/** Opens the list of shortcuts. */
export function showShortcuts(): void {
  show?.()
}

export function onShowShortcuts(next: () => void): () => void {
  show = next
  return () => {
    show = null
  }
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target' | 'defaultPrevented'>

/** Single keys act only outside fields, while no dialog or menu is open, and never while an input method is composing. */
export function isFree(event: Pressed, page: Document): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false
  const at = event.target
  if (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('input:not([type=checkbox]), textarea, select, [role=combobox], [role=listbox] *'))
  )
    return false
  return !page.querySelector('[role=dialog], [role=menu]')
}
