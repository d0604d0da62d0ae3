/** A table of which each row is a card on a phone, where its columns do not fit beside each other. */
export const cardsOnPhone = {
  '@media screen and (max-width: 599.95px)': {
    '&': { display: 'block', minWidth: 0 },
    '& thead, & tbody, & tr, & td, & th': { display: 'block', width: 'auto', minWidth: 0 },
    '& td, & th': { border: 0, height: 'auto', px: 0, py: 1 },
    '& tr': { borderBottom: '1px solid', borderColor: 'divider', py: 1 },
  },
} as const
