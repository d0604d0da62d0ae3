const zh = { candidate: '候选', votes: '得票', result: '结果', elected: '选定', tied: '得票相同', lost: '未选定' }

/** The words of a vote over a list. */
export const pollWords: { zh: typeof zh; en: typeof zh } = {
  zh,
  en: { candidate: 'Candidate', votes: 'Votes', result: 'Result', elected: 'Chosen', tied: 'Tied', lost: 'Not chosen' },
}
