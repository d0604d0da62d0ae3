declare module 's3rver' {
  type Options = {
    address: string
    port: number
    directory: string
    silent: boolean
    vhostBuckets: boolean
    configureBuckets: { name: string; configs: string[] }[]
  }
  export default class S3rver {
    constructor(options: Partial<Options>)
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
}

declare module 'aws-ses-v2-local/dist/store.js' {
  type Email = { messageId: string; at: number }
  export function saveEmail(email: Email): void
  export function getStoreReadonly(): { emails: Email[] }
}
