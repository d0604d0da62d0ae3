/** The colours of the panel but the lamps', which only `parts/lamp-colours.ts` names. Ratios against their ground stand in panel.md §4. */
export type Tokens = {
  background: string
  paper: string
  text: string
  secondary: string
  primary: string
  onPrimary: string
  soft: string
  line: string
  control: string
  hover: string
  plum: string
  plumSoft: string
}

export const light: Tokens = {
  background: '#F4F6F8',
  paper: '#FFFFFF',
  text: '#1B2430',
  secondary: '#4E5B6B',
  primary: '#1F4E8C',
  onPrimary: '#FFFFFF',
  soft: '#E8EFF8',
  line: '#DDE3EA',
  control: '#7A8797',
  hover: '#F8FAFC',
  plum: '#9C1C5B',
  plumSoft: '#FBEAF3',
}

export const dark: Tokens = {
  background: '#161B22',
  paper: '#1E252E',
  text: '#E6EAF0',
  secondary: '#A9B4C2',
  primary: '#8FB8F0',
  onPrimary: '#161B22',
  soft: '#26364B',
  line: '#333D49',
  control: '#6B7888',
  hover: '#232B35',
  plum: '#F2A0C8',
  plumSoft: '#3A1B2C',
}

/** The bar beside a rate. */
export const rateBar = '#5B7FB0'
