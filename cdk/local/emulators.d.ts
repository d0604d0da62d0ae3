declare module 's3rver' {
  type Options = {
    directory: string
    silent: boolean
    vhostBuckets: boolean
  }
  export default class S3rver {
    constructor(options: Partial<Options>)
    callback(): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void
  }
}

declare module 'aws-ses-v2-local/dist/store.js' {
  type Email = { messageId: string; at: number }
  export function saveEmail(email: Email): void
  export function getStoreReadonly(): { emails: Email[] }
}
