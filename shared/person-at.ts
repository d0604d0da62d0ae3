/** A person and his office, as both are called: 县水务局 李强. A deputy is his own office, and is named once. */
export function personAt(office: string, name: string, between = ' '): string {
  return [...new Set([office, name])].filter(Boolean).join(between)
}
