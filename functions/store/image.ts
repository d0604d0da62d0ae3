/** An item as a stream writes it: every value with its type. Wide, as the types of Lambda and of the SDK differ in what they leave out. */
export type Image = { [attribute: string]: ImageValue }
type ImageValue = { S?: string; N?: string; BOOL?: boolean; NULL?: boolean; L?: ImageValue[]; M?: Image }

/** The item in an image as the rest of the house knows it. */
export function plainItem(image: Image): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plainValue(value)]))
}

function plainValue({ S, N, BOOL, L, M }: ImageValue): unknown {
  if (S !== undefined) return S
  if (N !== undefined) return Number(N)
  if (BOOL !== undefined) return BOOL
  if (L !== undefined) return L.map(plainValue)
  return M === undefined ? null : plainItem(M)
}
