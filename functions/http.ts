export async function handler(): Promise<never> {
  throw new Error('This door is not built yet')
}
