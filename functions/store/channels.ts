import { at } from './at.ts'
import { deleteItem, getItem, type Item, putItem, query } from './table.ts'

/** The ways beside mail that a county has: robots of its messenger's groups, and a gateway for short messages. */
export const channelKinds = ['wecom', 'dingtalk', 'sms'] as const
export type ChannelKind = (typeof channelKinds)[number]
export type Channel = { key: string; kind: ChannelKind; name: string }
/** What opens it. Whoever has the address can write there, so it is told to nobody and stands in no log. */
export type ChannelSecret = { url: string; secret?: string }

const place = (key: string) => ({ pk: at('CHANNEL'), sk: key })

/** Every channel, without what opens it. */
export async function listChannels(): Promise<Channel[]> {
  const channels: Channel[] = []
  for await (const item of query<Item & Channel>({ pk: at('CHANNEL') })) channels.push({ key: item.key, kind: item.kind, name: item.name })
  return channels
}

/** One channel with what opens it; null when there is none. */
export async function openChannel(key: string): Promise<(Channel & ChannelSecret) | null> {
  const found = await getItem<Item & Channel & ChannelSecret>(place(key))
  return found ? { key, kind: found.kind, name: found.name, url: found.url, ...(found.secret ? { secret: found.secret } : {}) } : null
}

/** Keeps a channel; an address or secret that is not given stays as it was. */
export async function putChannel(channel: Channel, given: Partial<ChannelSecret>): Promise<boolean> {
  const known = await openChannel(channel.key)
  const url = given.url ?? known?.url
  if (url === undefined) return false
  const secret = given.secret ?? known?.secret
  await putItem({ ...place(channel.key), ...channel, url, ...(secret ? { secret } : {}) })
  return true
}

/** Takes a way of being told away. */
export async function dropChannel(key: string): Promise<void> {
  await deleteItem(place(key))
}
