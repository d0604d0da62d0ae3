/** What a step that moves a duty calls the day to which it does, beside the one that stands. */
export const extendedTo = { zh: '延长至', en: 'Extended to' }
