import type { Lamp } from '../../shared/deadline/days.ts'

/** Colour and ground of each lamp. Green, amber, red and grey belong to deadlines alone; no other file may name these. */
export const lampColours: Record<'light' | 'dark', Record<Lamp, { ink: string; ground: string }>> = {
  light: {
    green: { ink: '#1E6B3A', ground: '#E6F3EA' },
    amber: { ink: '#7A4A00', ground: '#FFF1D6' },
    red: { ink: '#B3261E', ground: '#FDECEA' },
    grey: { ink: '#56616D', ground: '#ECEFF2' },
  },
  dark: {
    green: { ink: '#7FD49B', ground: '#17301F' },
    amber: { ink: '#FFC46B', ground: '#38290F' },
    red: { ink: '#FF9C93', ground: '#3D1A18' },
    grey: { ink: '#B4BEC9', ground: '#2A323C' },
  },
}
