/** How wide answers are, in every form and dialog: a day or a number, one thing chosen, several things. Texts take the room that there is. */
export const widths = { short: '13rem', one: '26rem', many: '40rem' } as const
