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
