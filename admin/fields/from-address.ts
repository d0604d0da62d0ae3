/** The filter in the address of a list's page; any other text as it is. */
export function fromAddress(text: string): string {
  const [, key = '', asked = ''] = /([a-z][a-zA-Z0-9-]{0,39})\?(.*filter=.*)$/.exec(text.trim()) ?? []
  if (key === '') return text
  try {
    const filter: Record<string, unknown> = JSON.parse(new URLSearchParams(asked).get('filter') ?? '{}')
    const plain = Object.entries(filter).map(([name, one]): [string, string] => [name, String(one)])
    return plain.length > 0 ? `${key}?${new URLSearchParams(plain)}` : key
  } catch {
    return text
  }
}
