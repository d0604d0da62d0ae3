import { useQuery } from '@tanstack/react-query'

const OFTEN = 10 * 60_000

/** True once the server hands out another build than the one that is running. Found by the script's name in the page itself. */
export function useUpdate(): boolean {
  const { data } = useQuery({
    queryKey: ['build'],
    // What runs came a moment ago: it is asked for the first time after a while.
    initialData: '',
    queryFn: async () => scriptIn(await (await fetch('/index.html', { cache: 'no-cache' })).text()),
    refetchInterval: OFTEN,
    staleTime: OFTEN,
    retry: false,
  })
  const running = document.querySelector<HTMLScriptElement>('script[type=module]')?.getAttribute('src')
  return Boolean(data.startsWith('/assets/') && running?.startsWith('/assets/') && data !== running)
}

/** The address of the module that a page starts with; empty when it names none. */
export function scriptIn(page: string): string {
  return /<script[^>]*type="module"[^>]*src="([^"]+)"/.exec(page)?.[1] ?? ''
}
